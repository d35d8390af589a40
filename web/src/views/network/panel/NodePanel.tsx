import { useAsked } from '../../../api/asked';
import { entity } from '../../../api/calls';
import { classLabel, store } from '../../../api/known';
import { isolate } from '../../../i18n/isolate';
import { language } from '../../../i18n/language';
import { Answered } from '../../../shared/State';
import { Name, nameOf } from '../../../shared/Name';
import { shared } from '../../../shared/messages';
import { collapseNode, pinNode, removeNode } from '../actions';
import { hiddenLinks, seenDegrees } from '../knowledge';
import { network } from '../messages';
import { collapsible, type Placed } from '../model/canvas';
import { canvas, found, pathFrom } from '../session';
import { Own } from './Own';
import { SavedQueries } from './SavedQueries';
import { Ties } from './Ties';

/** A node: who it is, its ties to expand, and what else can be done. */
export function NodePanel({ node }: { node: Placed }) {
  const { named, pinned } = node;
  const stranger = found.value.unknown.includes(named.id);
  const asked = useAsked(stranger ? null : `entity ${named.id} ${store.value?.revision ?? ''}`, (signal) => entity(named.id, signal));
  const loose = collapsible(canvas.value, named.id).length;
  const hidden = hiddenLinks(named.id);
  return (
    <section>
      <h2>
        <Name of={named} />
      </h2>
      <p class="quiet">
        {classLabel(named.type)}
        {asked.answer?.standing && <> · {asked.answer.standing}</>}
        {asked.answer && (
          <>
            {' '}
            · {shared('documents', { n: asked.answer.documents })} · {shared('claims', { n: asked.answer.claims })}
          </>
        )}
      </p>
      {asked.answer && asked.answer.names.length > 1 && (
        <p class="net-names" title={asked.answer.names.join(' · ')}>
          {ownFirst(asked.answer.names.filter((name) => name !== nameOf(named))).slice(0, 6).map(isolate).join(' · ')}
        </p>
      )}
      <p>
        {network('linksHere', { n: seenDegrees.value.get(named.id) ?? 0 })}
        {hidden > 0 && <> · {network('linksHidden', { n: hidden })}</>}
      </p>
      <div class="net-actions" role="group" aria-label={network('actions')}>
        <button
          type="button"
          aria-pressed={pinned}
          onClick={() => {
            pinNode(named.id, !pinned);
          }}
        >
          {network('pin')}
        </button>
        <button
          type="button"
          disabled={loose === 0}
          onClick={() => {
            collapseNode(named.id);
          }}
        >
          {network('collapse', { n: loose })}
        </button>
        <button
          type="button"
          onClick={() => {
            pathFrom.value = named.id;
          }}
        >
          {network('pathFrom')}
        </button>
        <button
          type="button"
          onClick={() => {
            removeNode(named.id);
          }}
        >
          {network('remove')}
        </button>
      </div>
      <h3>{network('expand')}</h3>
      {stranger ? <p class="quiet">{network('stranger')}</p> : <Answered asked={asked}>{(answer) => <Ties id={named.id} ties={answer.ties} />}</Answered>}
      <Own id={named.id} />
      <SavedQueries of={named} />
    </section>
  );
}

/** Names in the reader's own script before the others. */
function ownFirst(names: readonly string[]): readonly string[] {
  const own = (name: string) => /\p{Script=Arabic}/u.test(name) === (language.value === 'ar');
  return [...names.filter(own), ...names.filter((name) => !own(name))];
}
