import type { Arg, Claim } from '../api/types';
import { date, span } from '../i18n/dates';
import { keeping } from '../shell/filters';
import { documentTitle } from './documentTitle';
import { shared } from './messages';
import { ModalityBadge } from './ModalityBadge';
import { Name } from './Name';
import { RelationLabel } from './RelationLabel';
import { surroundings } from './sentence';

/** One claim: what it says, on whose word, the words that say it, and where they stand; `readable` unless the text is not kept. */
export function ClaimCard({ claim, readable = true }: { claim: Claim; readable?: boolean }) {
  const round = surroundings(claim.before, claim.after);
  return (
    <article class={`claim claim-${claim.modality}`}>
      <ClaimLine claim={claim} />
      <blockquote dir="auto" lang={claim.document.language ?? undefined}>
        <span class="round">{round.before}</span>
        <mark>{claim.evidence.quote}</mark>
        <span class="round">{round.after}</span>
      </blockquote>
      <p class="provenance">
        <Attribution chain={claim.attributed_to} /> · <DocumentName claim={claim} />
        {readable && (
          <>
            {' '}
            · <a href={claimAddress(claim)}>{shared('openInText')}</a>
          </>
        )}
      </p>
    </article>
  );
}

/** Subject, relation and object in a line, with how surely they are said. */
export function ClaimLine({ claim, link = true }: { claim: Claim; link?: boolean }) {
  return (
    <p class="triple">
      <Name of={claim.subject} link={link} /> <RelationLabel name={claim.relation} /> <Name of={claim.object} link={link} />{' '}
      <ModalityBadge modality={claim.modality} />
    </p>
  );
}

/** Who says it: the chain from the innermost source outwards. */
export function Attribution({ chain }: { chain: readonly Arg[] }) {
  const [first, ...further] = chain;
  if (!first) return <span>{shared('byAuthor')}</span>;
  return (
    <span>
      {shared.rich('according', { who: <Name of={first} icon={false} /> })}
      {further.map((one) => (
        <span key={one.id}>{shared.rich('accordingThrough', { who: <Name of={one} icon={false} /> })}</span>
      ))}
    </span>
  );
}

/** The reading view at a claim. */
export function claimAddress(claim: Claim): string {
  return keeping(`/${claim.document.path}`, { claim: claim.path.replace(/^claim\//, '') });
}

/** When it is said to have been, or when the document is from. */
export function ClaimDate({ claim }: { claim: Claim }) {
  if (!claim.date || (claim.date.earliest === null && claim.date.latest === null)) return <span class="quiet">{shared('undated')}</span>;
  return (
    <span title={claim.date.of === 'document' ? shared('ofDocument') : undefined}>
      <bdi>{span(claim.date.earliest, claim.date.latest)}</bdi>
    </span>
  );
}

function DocumentName({ claim: { document, publisher } }: { claim: Claim }) {
  return (
    <span>
      <bdi>{documentTitle(document)}</bdi>
      {publisher !== null && (
        <>
          {shared('comma')}
          <bdi>{publisher}</bdi>
        </>
      )}
      {document.date !== null && shared('comma') + date(document.date)}
    </span>
  );
}
