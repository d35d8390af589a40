import './documents.css';

import { useId } from 'preact/hooks';

import { useAsked } from '../../api/asked';
import { documents as ask, entity } from '../../api/calls';
import type { ListedDocument } from '../../api/types';
import { date } from '../../i18n/dates';
import { number } from '../../i18n/words';
import { documentTitle } from '../../shared/documentTitle';
import { FilterBar } from '../../shared/FilterBar';
import { shared } from '../../shared/messages';
import { Name } from '../../shared/Name';
import { Pager } from '../../shared/Pager';
import { Answered } from '../../shared/State';
import { keeping, narrowing, narrowingKey } from '../../shell/filters';
import { parameters, setParameters } from '../../shell/place';
import { useTitle } from '../../shell/title';
import { documents } from './messages';

const STATES = ['loaded', 'refused'] as const;
const LIMIT = 50;

/** What was read: what came of each document, and why some were refused. */
export default function Documents() {
  useTitle(documents('title'));
  const given = parameters.value;
  const q = given.get('q') ?? '';
  const about = given.get('entity') ?? '';
  const status = given.get('status') ?? '';
  const offset = Math.max(0, Number(given.get('offset')) || 0);
  const of = { ...(q && { q }), ...(about && { entity: about }), ...(status && { status }) };
  const key = `${JSON.stringify(of)} ${narrowingKey.value} ${offset}`;
  const asked = useAsked(key, (signal) => ask(of, narrowing.value, { offset, limit: LIMIT }, signal));
  return (
    <div class="documents-view">
      <h1>{documents('title')}</h1>
      <Finder q={q} status={status} />
      {about && <About id={about} />}
      <FilterBar only={['relation', 'modality', 'source', 'since', 'until']} />
      <Answered asked={asked}>
        {(page) => {
          const pager = (
            <Pager
              page={page}
              onOffset={(next) => {
                setParameters({ offset: next ? String(next) : null });
              }}
            />
          );
          return page.total === 0 ? (
            <p class="waiting">{documents('none')}</p>
          ) : (
            <>
              {pager}
              <Table items={page.items} />
              {page.total > page.items.length && pager}
            </>
          );
        }}
      </Answered>
    </div>
  );
}

function Finder({ q, status }: { q: string; status: string }) {
  const id = useId();
  return (
    <form
      class="finder"
      role="search"
      aria-label={documents('find')}
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const text = (name: string) => {
          const value = form.get(name);
          return typeof value === 'string' && value.trim() ? value.trim() : null;
        };
        setParameters({ q: text('q'), status: text('status'), offset: null });
      }}
    >
      <label class="unseen" for={`${id}-q`}>
        {documents('find')}
      </label>
      <input key={q} id={`${id}-q`} name="q" type="search" dir="auto" placeholder={documents('find')} defaultValue={q} />
      <label for={`${id}-status`}>{documents('status')}</label>
      <select
        id={`${id}-status`}
        name="status"
        value={status}
        onChange={(event) => {
          event.currentTarget.form?.requestSubmit();
        }}
      >
        <option value="">{documents('all')}</option>
        {STATES.map((one) => (
          <option key={one} value={one}>
            {documents(one)}
          </option>
        ))}
      </select>
      <button type="submit">{documents('search')}</button>
    </form>
  );
}

function About({ id }: { id: string }) {
  const asked = useAsked(id, (signal) => entity(id, signal));
  return (
    <p>
      {documents.rich('about', { who: asked.answer ? <Name of={asked.answer} /> : <bdi>{id}</bdi> })} ·{' '}
      <a href={keeping('/documents')}>{documents('notAbout')}</a>
    </p>
  );
}

function Table({ items }: { items: readonly ListedDocument[] }) {
  return (
    <div class="scrolls">
      <table class="stacks">
        <thead>
          <tr>
            <th scope="col">{documents('document')}</th>
            <th scope="col">{documents('publisher')}</th>
            <th scope="col">{documents('date')}</th>
            <th scope="col" class="number">
              {documents('claims')}
            </th>
            <th scope="col" class="number">
              {documents('links')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <Row key={one.id} of={one} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ of }: { of: ListedDocument }) {
  const title = <bdi lang={of.language ?? undefined}>{documentTitle(of)}</bdi>;
  const loaded = of.status === 'loaded';
  return (
    <tr class={loaded ? undefined : 'refused'}>
      <td>
        <a class="name" href={keeping(`/${of.path}`)}>
          {title}
        </a>
        {documentTitle(of) !== of.name && (
          <small class="quiet">
            {' '}
            <bdi>{of.name}</bdi>
          </small>
        )}
        {!loaded && (
          <p class="reason">
            <span class="badge modality-denied">{of.status === 'refused' ? documents('refused') : <bdi>{of.status}</bdi>}</span>{' '}
            <span dir="auto">{of.reason}</span>
          </p>
        )}
      </td>
      <td data-head={documents('publisher')}>{of.publisher !== null && <bdi>{of.publisher}</bdi>}</td>
      <td class="date" data-head={documents('date')}>{of.date === null ? <span class="quiet">{shared('undated')}</span> : date(of.date)}</td>
      <td class="number" data-head={documents('claims')}>
        {loaded && number(of.claims)}
      </td>
      <td class="number" data-head={documents('links')}>
        {loaded && number(of.links)}
      </td>
    </tr>
  );
}
