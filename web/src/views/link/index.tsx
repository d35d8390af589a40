import './link.css';

import { useState } from 'preact/hooks';

import { useAsked } from '../../api/asked';
import { evidence, why, type Triple } from '../../api/calls';
import { relation, relationLabel } from '../../api/known';
import type { Why } from '../../api/types';
import { ClaimCard } from '../../shared/ClaimCard';
import { LinkPicture } from '../../shared/LinkPicture';
import { shared } from '../../shared/messages';
import { nameOf } from '../../shared/Name';
import { Pager } from '../../shared/Pager';
import { Answered } from '../../shared/State';
import { filters, heard, heardKey, keeping, setFilters } from '../../shell/filters';
import { parameters } from '../../shell/place';
import { useTitle } from '../../shell/title';
import { Derivation } from './Derivation';
import { link } from './messages';

/** A link: what documents say of it, and how it follows where none says it. */
export default function LinkView() {
  const triple = tripleOf(parameters.value);
  useTitle(triple ? null : link('title'));
  if (!triple)
    return (
      <div class="notice bad" role="alert">
        <h1>{link('title')}</h1>
        <p>{link('incomplete')}</p>
      </div>
    );
  return <OfTriple key={JSON.stringify(triple)} triple={triple} />;
}

function tripleOf(from: URLSearchParams): Triple | null {
  const subject = from.get('subject');
  const name = from.get('relation');
  const object = from.get('object');
  return subject && name && object ? { subject, relation: name, object } : null;
}

function OfTriple({ triple }: { triple: Triple }) {
  const asked = useAsked(JSON.stringify(triple), (signal) => why(triple, signal));
  const known = asked.answer?.link;
  const saying = known ? `${nameOf(known.subject)} ${relationLabel(known.relation)} ${nameOf(known.object)}` : null;
  useTitle(saying);
  return (
    <div class="link-view">
      <h1 class="unseen">{saying ?? link('title')}</h1>
      <Answered asked={asked}>
        {(answer) => (
          <>
            <Head answer={answer} />
            {(answer.link.inferred || answer.arguments.some((one) => one.step.rule)) && <Derivation why={answer} />}
          </>
        )}
      </Answered>
      <Evidence triple={triple} />
    </div>
  );
}

function Head({ answer: { link: of } }: { answer: Why }) {
  return (
    <header>
      <LinkPicture
        subject={of.subject}
        relation={of.relation}
        object={of.object}
        modality={of.inferred ? null : of.modality}
        symmetric={relation(of.relation)?.symmetric ?? false}
      />
      <p class="quiet">
        {of.inferred
          ? shared('inferred')
          : [shared('claims', { n: of.claims }), shared('documents', { n: of.documents }), shared('voices', { n: of.voices })].join(' · ')}
      </p>
      {of.contradicted && (
        <p>
          <span class="badge modality-denied">{shared('contradicted')}</span> {link('contradicted')}{' '}
          <a href={keeping('/conflicts', { entity: of.subject.path })}>{link('seeConflicts')}</a>
        </p>
      )}
    </header>
  );
}

function Evidence({ triple }: { triple: Triple }) {
  const [offset, setOffset] = useState(0);
  const { modality } = filters.value;
  const key = `${JSON.stringify(triple)} ${modality.join()} ${heardKey.value} ${offset}`;
  const asked = useAsked(key, (signal) => evidence(triple, modality, { offset, limit: 20 }, signal, heard.value));
  return (
    <section>
      <h2>{link('evidence')}</h2>
      {heardKey.value && (
        <p class="quiet">
          {link('narrowed')}{' '}
          <button
            type="button"
            class="plain"
            onClick={() => {
              setOffset(0);
              setFilters({ source: [], since: null, until: null });
            }}
          >
            {link('widen')}
          </button>
        </p>
      )}
      <Answered asked={asked}>
        {(page) =>
          page.total === 0 ? (
            <p class="quiet">{link(heardKey.value ? 'noneFits' : 'noEvidence')}</p>
          ) : (
            <>
              <Pager page={page} onOffset={setOffset} />
              {page.items.map((claim) => (
                <ClaimCard key={claim.id} claim={claim} />
              ))}
            </>
          )
        }
      </Answered>
    </section>
  );
}
