import { store } from '../../api/known';
import { useAsked } from '../../api/asked';
import { links } from '../../api/calls';
import type { Named } from '../../api/types';
import { EntityBox } from '../../shared/EntityBox';
import { Name } from '../../shared/Name';
import { addNode, openNode } from './actions';
import { network } from './messages';

const OFFERED = 6;

/** What to do where nothing is on the canvas yet. */
export function Empty() {
  const asked = useAsked(`offered ${store.value?.revision ?? ''}`, (signal) => links({}, {}, { limit: 40 }, signal));
  const offered = mostOften((asked.answer?.items ?? []).flatMap((link) => [link.subject, link.object]));
  return (
    <div class="net-empty">
      <h2>{network('empty')}</h2>
      <p>{network('emptyHelp')}</p>
      <EntityBox label={network('addField')} autofocus onChoose={addNode} />
      {offered.length > 0 && (
        <>
          <p class="quiet">{network('orStart')}</p>
          <ul>
            {offered.map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  onClick={() => {
                    addNode(one);
                    openNode(one.id);
                  }}
                >
                  <Name of={one} link={false} />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="quiet">{network('emptyFile')}</p>
    </div>
  );
}

/** Those that stand in the links said most, the most frequent first. */
function mostOften(named: readonly Named[]): readonly Named[] {
  const count = new Map<string, number>();
  for (const one of named) count.set(one.id, (count.get(one.id) ?? 0) + 1);
  const once = [...new Map(named.map((one) => [one.id, one])).values()];
  return once.sort((one, other) => (count.get(other.id) ?? 0) - (count.get(one.id) ?? 0)).slice(0, OFFERED);
}
