import { useId } from 'preact/hooks';

import { useAsked } from '../../api/asked';
import { entity } from '../../api/calls';
import { classes, classLabel, relationLabel, relations } from '../../api/known';
import type { QueryParameter } from '../../api/types';
import { EntityBox } from '../../shared/EntityBox';
import { shared } from '../../shared/messages';
import { nameOf } from '../../shared/Name';
import { Worded, worded } from '../../shared/Worded';
import { MODALITIES } from '../../shell/filters';
import { query } from './messages';
import type { Fault } from './parameters';

interface Props {
  readonly parameter: QueryParameter;
  readonly value: string;
  readonly fault: Fault | null;
  readonly onChange: (value: string) => void;
}

const FAULTS = { missing: 'faultMissing', date: 'faultDate', integer: 'faultInteger' } as const;
const NAMED = ['actor', 'place', 'entity'];

/** A field for one parameter of a prepared query, of the sort that its kind asks for. */
export function ParameterField({ parameter, value, fault, onChange }: Props) {
  const id = useId();
  const needed = parameter.required && parameter.default === null;
  const chosen = choicesOf(parameter);
  const name = worded({ en: parameter.name, ar: parameter.name_ar });
  return (
    <div class="parameter">
      <span class="parameter-label">
        {NAMED.includes(parameter.kind) ? (
          <bdi>{name}</bdi>
        ) : (
          <label for={id}>
            <bdi>{name}</bdi>
          </label>
        )}
        {needed && <small class="needed">{query('required')}</small>}
      </span>
      {NAMED.includes(parameter.kind) ? (
        <EntityField parameter={parameter} value={value} onChange={onChange} />
      ) : chosen ? (
        <select
          id={id}
          value={value}
          aria-invalid={fault !== null}
          aria-describedby={`${id}-about`}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        >
          <option value="">{parameter.default === null ? query('any') : (chosen.find(([choice]) => choice === parameter.default)?.[1] ?? parameter.default)}</option>
          {chosen.map(([choice, text]) => (
            <option key={choice} value={choice}>
              {text}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          dir="auto"
          value={value}
          inputMode={parameter.kind === 'integer' ? 'numeric' : undefined}
          placeholder={placeholderOf(parameter)}
          aria-invalid={fault !== null}
          aria-describedby={`${id}-about`}
          onInput={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      )}
      <small id={`${id}-about`} class="quiet">
        <Worded en={parameter.description} ar={parameter.description_ar} />
        {fault && <strong class="fault">{query(FAULTS[fault])}</strong>}
      </small>
    </div>
  );
}

function EntityField({ parameter, value, onChange }: Omit<Props, 'fault'>) {
  const asked = useAsked(value ? value : null, (signal) => entity(value, signal));
  const name = asked.answer ? nameOf(asked.answer) : value;
  return (
    <div class="entity-field">
      <EntityBox
        label={worded({ en: parameter.name, ar: parameter.name_ar })}
        kind={parameter.kind === 'place' ? 'place' : parameter.kind === 'actor' ? 'actor' : 'any'}
        value={value ? name : ''}
        keep
        onChoose={(found) => {
          onChange(found.path);
        }}
      />
      {value && (
        <button
          type="button"
          class="plain"
          aria-label={query('remove', { what: name })}
          onClick={() => {
            onChange('');
          }}
        >
          ×
        </button>
      )}
    </div>
  );
}

function choicesOf({ kind, choices }: QueryParameter): readonly (readonly [string, string])[] | null {
  if (choices?.length) return choices.map((one) => [one, one]);
  if (kind === 'relation') return relations.value.map(({ name }) => [name, relationLabel(name)]);
  if (kind === 'class') return classes.value.map((name) => [name, classLabel(name)]);
  if (kind === 'modality') return MODALITIES.map((name) => [name, shared(name)]);
  return null;
}

function placeholderOf({ kind, default: standard }: QueryParameter): string {
  if (standard !== null) return String(standard);
  return kind === 'first-day' || kind === 'last-day' ? '2015-10' : query('any');
}
