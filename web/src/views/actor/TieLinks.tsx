import { useState } from 'preact/hooks';

import { useAsked } from '../../api/asked';
import { links } from '../../api/calls';
import type { Entity, Link, Tie } from '../../api/types';
import { span } from '../../i18n/dates';
import { linkAddress } from '../../shared/linkAddress';
import { shared } from '../../shared/messages';
import { Name } from '../../shared/Name';
import { Pager } from '../../shared/Pager';
import { Answered } from '../../shared/State';
import { filters } from '../../shell/filters';
import { actor } from './messages';

const LIMIT = 50;

/** The links that a row of ties counts, page by page. */
export function TieLinks({ of, tie }: { of: Entity; tie: Tie }) {
  const [offset, setOffset] = useState(0);
  const { source, since, until } = filters.value;
  const narrowing = { ...ofTie(tie), source, since, until };
  const key = `${of.id} ${JSON.stringify(narrowing)} ${offset}`;
  const asked = useAsked(key, (signal) => links({ of: of.id }, narrowing, { offset, limit: LIMIT }, signal));
  return (
    <Answered asked={asked}>
      {(page) => (
        <>
          <ul class="tie-links">
            {page.items.map((link) => (
              <LinkItem key={`${link.subject.id} ${link.relation} ${link.object.id}`} of={of} link={link} />
            ))}
          </ul>
          <Pager page={page} onOffset={setOffset} />
        </>
      )}
    </Answered>
  );
}

/** What narrows links to those that a row counts. */
export function ofTie(tie: Tie) {
  return {
    relation: [tie.relation],
    direction: tie.direction,
    modality: tie.inferred || tie.modality === null ? [] : [tie.modality],
    inferred: tie.inferred,
    said: !tie.inferred,
    exact: true,
  };
}

function LinkItem({ of, link }: { of: Entity; link: Link }) {
  const other = link.subject.id === of.id ? link.object : link.subject;
  return (
    <li>
      <Name of={other} />
      <span class="counts">
        {!link.inferred && (
          <>
            {shared('documents', { n: link.documents })} · {shared('voices', { n: link.voices })}
            {(link.earliest ?? link.latest) !== null && <> · {span(link.earliest, link.latest)}</>}
          </>
        )}
        {link.contradicted && (
          <>
            {' '}
            · <span class="badge modality-denied">{shared('contradicted')}</span>
          </>
        )}
      </span>
      <a href={linkAddress(link)}>{actor(link.inferred ? 'derivation' : 'sentences')}</a>
    </li>
  );
}
