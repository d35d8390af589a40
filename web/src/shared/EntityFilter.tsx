import { useAsked } from '../api/asked';
import { entity } from '../api/calls';
import type { Kind } from '../api/types';
import { parameters, setParameters } from '../shell/place';
import { EntityBox } from './EntityBox';
import { shared } from './messages';
import { nameOf } from './Name';

/** Narrows a view to one actor or place, which stands in the address as `entity`. */
export function EntityFilter({ label, kind = 'any' }: { label: string; kind?: Kind | 'any' }) {
  const value = parameters.value.get('entity') ?? '';
  const asked = useAsked(value || null, (signal) => entity(value, signal));
  const name = value && asked.answer ? nameOf(asked.answer) : value;
  return (
    <div class="entity-filter">
      <EntityBox
        label={label}
        kind={kind}
        value={name}
        keep
        onChoose={(found) => {
          setParameters({ entity: found.path, offset: null });
        }}
      />
      {value && (
        <button
          type="button"
          class="plain"
          aria-label={shared('without', { what: name })}
          onClick={() => {
            setParameters({ entity: null, offset: null });
          }}
        >
          ×
        </button>
      )}
    </div>
  );
}
