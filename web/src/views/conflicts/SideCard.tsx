import { useId, useState } from 'preact/hooks';

import { useAsked } from '../../api/asked';
import { evidence } from '../../api/calls';
import { span } from '../../i18n/dates';
import { ClaimCard } from '../../shared/ClaimCard';
import { linkAddress } from '../../shared/linkAddress';
import { shared } from '../../shared/messages';
import { ModalityBadge } from '../../shared/ModalityBadge';
import { Name } from '../../shared/Name';
import { Pager } from '../../shared/Pager';
import { RelationLabel } from '../../shared/RelationLabel';
import { Answered } from '../../shared/State';
import { parameters, setParameters } from '../../shell/place';
import { conflicts } from './messages';
import { keyOf, placeOf, type Side } from './sides';

const CLAIMS = 5;
const VOICES = 4;

/** One side of a contradiction: what is said, when and by whom, and on demand the sentences themselves. */
export function SideCard({ side, whole }: { side: Side; whole: readonly [number, number] | null }) {
  const id = useId();
  const key = keyOf(side);
  const opened = parameters.value.getAll('open');
  const open = opened.includes(key);
  return (
    <li class={`side claim-${side.modality}`}>
      <p class="triple">
        <Name of={side.subject} icon={false} /> <RelationLabel name={side.relation} /> <Name of={side.object} icon={false} />{' '}
        <ModalityBadge modality={side.modality} />
      </p>
      {whole && <Strip side={side} whole={whole} />}
      <p class="side-facts">
        <span>{side.earliest !== null || side.latest !== null ? <bdi>{span(side.earliest ?? side.latest ?? '', side.latest ?? side.earliest ?? '')}</bdi> : shared('undated')}</span>
        <a href={linkAddress(side)}>
          {shared('claims', { n: side.claims })} · {shared('documents', { n: side.documents })}
        </a>
      </p>
      {side.voices.length > 0 && (
        <p class="side-voices">
          <span class="quiet">{conflicts('sources')}: </span>
          {side.voices.slice(0, VOICES).map((voice, index) => (
            <span key={voice}>
              {index > 0 && ' · '}
              <bdi>{voice}</bdi>
            </span>
          ))}
          {side.voices.length > VOICES && <> · {conflicts('more', { n: side.voices.length - VOICES })}</>}
        </p>
      )}
      <button
        type="button"
        class="show-claims"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setParameters({ open: open ? opened.filter((one) => one !== key) : [...opened, key] }, { replace: true });
        }}
      >
        {conflicts(open ? 'hide' : 'show')}
      </button>
      <div id={id} hidden={!open}>
        {open && <Sentences side={side} />}
      </div>
    </li>
  );
}

function Sentences({ side }: { side: Side }) {
  const [offset, setOffset] = useState(0);
  const triple = { subject: side.subject.path, relation: side.relation, object: side.object.path };
  const asked = useAsked(`${keyOf(side)} ${offset}`, (signal) =>
    evidence(triple, [side.modality], { offset, limit: CLAIMS }, signal),
  );
  return (
    <Answered asked={asked}>
      {(page) => (
        <>
          {page.items.map((claim) => (
            <ClaimCard key={claim.id} claim={claim} />
          ))}
          {page.total > CLAIMS && <Pager page={page} onOffset={setOffset} />}
        </>
      )}
    </Answered>
  );
}

/** Where the side lies in the time of all sides: the same that its dates say. */
function Strip({ side, whole }: { side: Side; whole: readonly [number, number] }) {
  const at = placeOf(side, whole);
  return (
    <svg class="strip" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect class="strip-whole" x="0" y="1.5" width="100" height="1" />
      {at && <rect class="strip-part" x={at[0] * 100} y="0" width={at[1] * 100} height="4" />}
    </svg>
  );
}
