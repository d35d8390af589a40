import { useState } from 'preact/hooks';

import { useAsked } from '../../../api/asked';
import { evidence } from '../../../api/calls';
import { store } from '../../../api/known';
import type { Link } from '../../../api/types';
import { span } from '../../../i18n/dates';
import { ClaimCard } from '../../../shared/ClaimCard';
import { ModalityBadge } from '../../../shared/ModalityBadge';
import { Name } from '../../../shared/Name';
import { Pager } from '../../../shared/Pager';
import { RelationLabel } from '../../../shared/RelationLabel';
import { Answered } from '../../../shared/State';
import { shared } from '../../../shared/messages';
import { heard, heardKey } from '../../../shell/filters';
import { network } from '../messages';
import { linkKey } from '../model/links';
import { pointed } from '../session';
import { Derivation } from './Derivation';

const PAGE = 10;

/** A line of the picture: each link that it stands for, with the words that say it or the reasons from which it follows. */
export function LinePanel({ links }: { links: readonly Link[] }) {
  const [open, setOpen] = useState<string | null>(links[0] ? linkKey(links[0]) : null);
  return (
    <section>
      {links.length > 1 && <h2>{network('bundle', { n: links.length })}</h2>}
      {links.map((link) => {
        const key = linkKey(link);
        return (
          <article
            key={key}
            class="net-link"
            onMouseEnter={() => {
              pointed.value = { kind: 'line', key };
            }}
            onMouseLeave={() => {
              pointed.value = null;
            }}
          >
            {links.length > 1 ? (
              <h3 class="net-triple">
                <Triple link={link} />
              </h3>
            ) : (
              <h2 class="net-triple">
                <Triple link={link} />
              </h2>
            )}
            <Facts link={link} />
            {links.length > 1 && (
              <button
                type="button"
                aria-expanded={open === key}
                onClick={() => {
                  setOpen(open === key ? null : key);
                }}
              >
                {network(link.inferred ? 'derivation' : 'sentences')}
              </button>
            )}
            {(open === key || links.length === 1) && (link.inferred ? <Derivation link={link} /> : <Sentences link={link} />)}
          </article>
        );
      })}
    </section>
  );
}

function Triple({ link }: { link: Link }) {
  return (
    <>
      <Name of={link.subject} /> <RelationLabel name={link.relation} /> <Name of={link.object} />
    </>
  );
}

function Facts({ link }: { link: Link }) {
  return (
    <p class="provenance">
      <ModalityBadge modality={link.modality} />
      {link.documents > 0 && (
        <>
          {' '}
          · {shared('documents', { n: link.documents })} · {shared('voices', { n: link.voices })}
        </>
      )}
      {link.earliest !== null && link.latest !== null && (
        <>
          {' '}
          · <bdi>{span(link.earliest, link.latest)}</bdi>
        </>
      )}
      {link.contradicted && (
        <>
          {' '}
          · <strong class="net-contradicted">{shared('contradicted')}</strong>
        </>
      )}
    </p>
  );
}

function Sentences({ link }: { link: Link }) {
  const [offset, setOffset] = useState(0);
  const triple = { subject: link.subject.id, relation: link.relation, object: link.object.id };
  const key = `evidence ${linkKey(link)} ${heardKey.value} ${offset} ${store.value?.revision ?? ''}`;
  const asked = useAsked(key, (signal) =>
    evidence(triple, link.modality ? [link.modality] : [], { offset, limit: PAGE }, signal, heard.value),
  );
  return (
    <Answered asked={asked}>
      {(page) => (
        <>
          {page.total === 0 && <p class="quiet">{network('noSentences')}</p>}
          {page.items.map((claim) => (
            <ClaimCard key={claim.id} claim={claim} />
          ))}
          {page.total > 0 && <Pager page={page} onOffset={setOffset} />}
        </>
      )}
    </Answered>
  );
}
