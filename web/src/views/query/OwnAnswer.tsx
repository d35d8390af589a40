import { useState } from 'preact/hooks';

import { store } from '../../api/known';
import { Pager } from '../../shared/Pager';
import { go, parameters, setParameters } from '../../shell/place';
import { cellOf, valueOf } from './cells';
import { csv } from './csv';
import { save } from './files';
import { HANDOVER_KEY, handoverAddress, handoverOf } from './handover';
import { labelsOf } from './labels';
import { query } from './messages';
import { ResultTable } from './ResultTable';
import { took } from './RunState';
import type { Result } from './sparql';
import type { Term, Triple } from './terms';

const ROWS = 100;

/** What /sparql answered: a table, a yes or no, or a graph. */
export function OwnAnswer({ text, result, seconds }: { text: string; result: Result; seconds: number }) {
  if (result.kind === 'truth')
    return (
      <p class="truth" role="status">
        <strong>{query(result.value ? 'yes' : 'no')}</strong> <span class="quiet">{took(seconds)}</span>
      </p>
    );
  const graph = result.kind === 'graph';
  const columns = graph ? [query('subject'), query('predicate'), query('object')] : result.columns;
  const rows: readonly (readonly (Term | null)[])[] = graph
    ? result.triples.map(({ subject, predicate, object }) => [subject, predicate, object])
    : result.rows;
  return (
    <>
      <div class="run-state" role="status">
        <span>
          {query('rows', { n: rows.length })} · {took(seconds)}
        </span>
        {rows.length > 0 && (
          <span class="download">
            {graph && <ToCanvas title={titleOf(text)} triples={result.triples} />}
            <button
              type="button"
              onClick={() => {
                save('answer.csv', 'text/csv;charset=utf-8', csv([columns, ...rows.map((row) => row.map((term) => valueOf(cellOf(term))))]));
              }}
            >
              {query('download')} CSV
            </button>
            <button
              type="button"
              onClick={() => {
                if (graph) save('answer.nt', 'application/n-triples', result.text);
                else save('answer.json', 'application/sparql-results+json', result.text);
              }}
            >
              {query('download')} {graph ? 'N-Triples' : 'JSON'}
            </button>
          </span>
        )}
      </div>
      <Rows columns={columns} rows={rows} />
    </>
  );
}

function Rows({ columns, rows }: { columns: readonly string[]; rows: readonly (readonly (Term | null)[])[] }) {
  const wanted = Math.max(0, Number(parameters.value.get('offset')) || 0);
  const offset = wanted < rows.length ? wanted - (wanted % ROWS) : 0;
  const page = rows.slice(offset, offset + ROWS);
  return (
    <>
      <ResultTable
        caption={query('results')}
        columns={columns.map((name) => ({ name, name_ar: null, meaning: null, meaning_ar: null }))}
        rows={page.map((row) => row.map(cellOf))}
        offset={offset}
      />
      {rows.length > page.length && (
        <Pager
          page={{ items: page, total: rows.length, offset, limit: ROWS }}
          onOffset={(next) => {
            setParameters({ offset: next ? String(next) : null });
          }}
        />
      )}
    </>
  );
}

function ToCanvas({ title, triples }: { title: string; triples: readonly Triple[] }) {
  const [told, setTold] = useState<string | null>(null);
  const hand = async () => {
    const base = store.value?.base ?? '';
    const bare = handoverOf(title, triples, base, new Map());
    if (!bare.links.length) {
      setTold(query('canvasNone'));
      return;
    }
    // Without labels it still draws: each thing then bears the end of its IRI.
    const labels = await labelsOf(bare.entities.map(({ id }) => id)).catch(() => new Map());
    const handover = handoverOf(title, triples, base, labels);
    try {
      sessionStorage.setItem(HANDOVER_KEY, JSON.stringify(handover));
    } catch {
      setTold(query('canvasFull'));
      return;
    }
    go(handoverAddress(handover));
  };
  return (
    <>
      {told !== null && <span class="fault">{told}</span>}
      <button
        type="button"
        class="primary"
        onClick={() => {
          void hand();
        }}
      >
        {query('canvas')}
      </button>
    </>
  );
}

/** The first comment or line of a query that says something. */
function titleOf(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const comment = lines.find((line) => /^#\+? ?\S/.test(line));
  const title = comment ? comment.replace(/^#\+? ?(?:summary: )?/, '').replace(/^"|"$/g, '') : lines.find((line) => line && !/^(?:PREFIX|BASE)\b/i.test(line));
  return (title ?? query('title')).slice(0, 120);
}
