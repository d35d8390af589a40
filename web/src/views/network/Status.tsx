import { narrowingKey } from '../../shell/filters';
import { number } from '../../i18n/words';
import { seenLinks } from './knowledge';
import { network } from './messages';
import { write } from './model/address';
import { canvas, found, layingOut, note } from './session';

/** How much is seen, what is cut, and what the last step had to say. */
export function Status({ waiting }: { waiting: boolean }) {
  const present = canvas.value;
  const seen = seenLinks.value.length;
  const { missing } = found.value;
  const said = note.value;
  const share = layingOut.value;
  return (
    <div class="net-status" data-filters={narrowingKey.value === '' ? undefined : true}>
      <span>
        {network('countNodes', { n: present.nodes.size })} · {missing > 0 ? network('showingLinks', { shown: seen, total: seen + missing }) : network('countLinks', { n: seen })}
        {present.kept.length > 0 && <> · {network('keptHere', { n: present.kept.length })}</>}
      </span>
      {waiting && <span>{network('asking')}</span>}
      {share !== null && <span>{network('layingOut', { share: `${number(Math.round(share * 100))} %` })}</span>}
      {write(present).tooLarge && <span>{network('tooLarge')}</span>}
      {said && (
        <span class={said.bad ? 'net-bad' : undefined} role={said.bad ? 'alert' : 'status'}>
          {said.text}{' '}
          <button
            type="button"
            class="plain"
            aria-label={network('dismiss')}
            onClick={() => {
              note.value = null;
            }}
          >
            <span aria-hidden="true">×</span>
          </button>
        </span>
      )}
    </div>
  );
}
