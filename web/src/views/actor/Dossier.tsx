import { useEffect, useMemo, useState } from 'preact/hooks';

import { isAbort, Refused } from '../../api/client';
import { store } from '../../api/known';
import type { Claim, DocumentRef, Entity, Problem } from '../../api/types';
import { date } from '../../i18n/dates';
import { number } from '../../i18n/words';
import { Attribution, ClaimDate } from '../../shared/ClaimCard';
import { documentTitle } from '../../shared/documentTitle';
import { shared } from '../../shared/messages';
import { ModalityBadge } from '../../shared/ModalityBadge';
import { Name } from '../../shared/Name';
import { safeAddress } from '../../shared/Outside';
import { RelationLabel } from '../../shared/RelationLabel';
import { sentence } from '../../shared/sentence';
import { ProblemNote } from '../../shared/State';
import { keeping } from '../../shell/filters';
import { Facts } from './Facts';
import { cited, gather, type Gathered, type Said } from './gather';
import { Head } from './Head';
import { actor } from './messages';
import { Sources } from './Sources';

/** Links that are shown while the rest is gathered. */
const FIRST = 8;
const NOTHING: Gathered = { said: [], links: 0, done: false };

/** All that documents say of an entity, sentence by sentence with its source, laid out for paper. */
export function Dossier({ of }: { of: Entity }) {
  const [gathered, setGathered] = useState(NOTHING);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    const control = new AbortController();
    setGathered(NOTHING);
    setProblem(null);
    gather(of, setGathered, control.signal).catch((error: unknown) => {
      if (!isAbort(error)) setProblem(error instanceof Refused ? error.problem : { title: 'unexpected', status: 0, detail: String(error) });
    });
    return () => {
      control.abort();
    };
  }, [of]);

  const documents = useMemo(() => cited(gathered.said), [gathered]);
  const numbers = useMemo(() => new Map(documents.map((one, index) => [one.id, index + 1])), [documents]);
  // All that was gathered is drawn at first and at the end: once more for every link would cost more than asking.
  const shown = gathered.done ? gathered.said : gathered.said.slice(0, FIRST);
  return (
    <div class="dossier">
      <p class="ways no-print">
        <button
          type="button"
          class="primary"
          disabled={!gathered.done}
          onClick={() => {
            print();
          }}
        >
          {actor('print')}
        </button>
        <a class="button" href={keeping(`/${of.path}`)}>
          {actor('back')}
        </a>
        <span class="quiet" role="status">
          {progress(gathered)}
        </span>
      </p>
      <Head of={of} whole />
      <Made />
      <Facts of={of} whole />
      {problem && <ProblemNote problem={problem} />}
      <h2>{actor('sentences')}</h2>
      {gathered.done && gathered.said.length < gathered.links && <p class="notice">{progress(gathered)}</p>}
      {shown.map((one) => (
        <SaidOf key={`${one.link.subject.id} ${one.link.relation} ${one.link.object.id} ${one.link.modality ?? ''}`} said={one} numbers={numbers} />
      ))}
      {gathered.done && <Cited documents={documents} />}
      <Sources of={of} />
    </div>
  );
}

function progress({ said, links, done }: Gathered): string {
  if (!done) return actor('gathering', { n: said.length, total: links });
  return said.length < links ? actor('stopped', { shown: said.length, total: links }) : actor('gathered');
}

function Made() {
  const state = store.value;
  if (!state) return null;
  const when = date(new Date().toISOString());
  return <p class="quiet">{actor('madeOn', { when, version: state.version, documents: shared('documents', { n: state.documents }) })}</p>;
}

function SaidOf({ said: { link, claims, total }, numbers }: { said: Said; numbers: ReadonlyMap<string, number> }) {
  return (
    <section class="said-of">
      <h3>
        <Name of={link.subject} icon={false} /> <RelationLabel name={link.relation} /> <Name of={link.object} icon={false} />{' '}
        <ModalityBadge modality={link.modality} />
      </h3>
      <ul>
        {claims.map((claim) => (
          <Sentence key={claim.id} claim={claim} number={numbers.get(claim.document.id) ?? 0} />
        ))}
      </ul>
      {claims.length < total && <p class="quiet">{actor('moreClaims', { shown: claims.length, total })}</p>}
    </section>
  );
}

function Sentence({ claim, number: index }: { claim: Claim; number: number }) {
  const round = sentence(claim.before, claim.evidence.quote, claim.after);
  return (
    <li>
      <q dir="auto" lang={claim.document.language ?? undefined}>
        {round.before}
        <b>{claim.evidence.quote}</b>
        {round.after}
      </q>{' '}
      <small>
        <Attribution chain={claim.attributed_to} /> · <ClaimDate claim={claim} /> ·{' '}
        <a href={`#cited-${index}`} aria-label={actor('ref', { i: index })}>
          [{number(index)}]
        </a>
      </small>
    </li>
  );
}

function Cited({ documents }: { documents: readonly DocumentRef[] }) {
  if (documents.length === 0) return null;
  return (
    <section>
      <h2>{actor('cited')}</h2>
      <ol class="cited">
        {documents.map((one, index) => (
          <li key={one.id} id={`cited-${index + 1}`}>
            <a class="name" href={keeping(`/${one.path}`)}>
              <bdi lang={one.language ?? undefined}>{documentTitle(one)}</bdi>
            </a>
            {one.publisher !== null && (
              <>
                {shared('comma')}
                <bdi>{one.publisher}</bdi>
              </>
            )}
            {shared('comma')}
            {one.date === null ? shared('undated') : date(one.date)}
            <br />
            <small class="address" dir="ltr">
              {safeAddress(one.url) ?? one.name}
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}
