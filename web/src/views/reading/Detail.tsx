import { relation } from '../../api/known';
import type { Claim } from '../../api/types';
import { number } from '../../i18n/words';
import { ClaimDate } from '../../shared/ClaimCard';
import { LinkPicture, type End } from '../../shared/LinkPicture';
import { Name } from '../../shared/Name';
import { linkAddress } from '../../shared/linkAddress';
import { keeping } from '../../shell/filters';
import { reading } from './messages';

/** The chosen claim: who says it and how surely in plain words, its picture, when, where, and how it was read. */
export function Detail({ claim, onPoint }: { claim: Claim; onPoint: (end: End | null) => void }) {
  return (
    <div class="claim-detail">
      <p class="in-words">
        <Speakers claim={claim} />
        {claim.attributed_to.length > 0 ? reading('comma') : ' '}
        {reading(`how_${claim.modality}`)}
      </p>
      <LinkPicture
        subject={claim.subject}
        relation={claim.relation}
        object={claim.object}
        modality={claim.modality}
        symmetric={relation(claim.relation)?.symmetric ?? false}
        onPoint={onPoint}
      />
      <dl class="facts">
        <div>
          <dt>{reading('when')}</dt>
          <dd>
            <ClaimDate claim={claim} />
          </dd>
        </div>
        {claim.place && (
          <div>
            <dt>{reading('where')}</dt>
            <dd>
              <Name of={claim.place} />
            </dd>
          </div>
        )}
        <div>
          <dt>{reading('confidence')}</dt>
          <dd>{number(claim.confidence)}</dd>
        </div>
        <div>
          <dt>{reading('extractedBy')}</dt>
          <dd>
            <code>{claim.rule}</code> <span class="quiet">{extractorName(claim.extractor)}</span>
          </dd>
        </div>
      </dl>
      <p class="further">
        <a href={linkAddress(claim)}>{reading('allEvidence')}</a>
        <a href={keeping('/network', { ids: `${claim.subject.path},${claim.object.path}` })}>{reading('inNetwork')}</a>
      </p>
    </div>
  );
}

/** The chain from the document inwards: whom it cites, and whom these cite. */
/** "rules/0.6" of the IRI that ends so. */
function extractorName(iri: string | null): string {
  return decodeURIComponent(iri?.split('/').pop() ?? '');
}

function Speakers({ claim }: { claim: Claim }) {
  const [outermost, ...further] = [...claim.attributed_to].reverse();
  if (!outermost) return <>{reading('who')}</>;
  return (
    <>
      {reading.rich('whoCiting', { who: <Name of={outermost} icon={false} /> })}
      {further.map((one) => (
        <span key={one.id}>{reading.rich('whoFurther', { who: <Name of={one} icon={false} /> })}</span>
      ))}
    </>
  );
}
