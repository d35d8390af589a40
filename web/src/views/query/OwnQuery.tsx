import { useState } from 'preact/hooks';

import { classes, relations, store } from '../../api/known';
import type { Query } from '../../api/types';
import { number } from '../../i18n/words';
import { parameters, setParameters } from '../../shell/place';
import { declared } from './declaring';
import { GRAPH, TABLE } from './examples';
import { query } from './messages';
import { OwnAnswer } from './OwnAnswer';
import { RunState } from './RunState';
import { askSparql } from './sparql';
import { SparqlEditor } from './SparqlEditor';
import { prefixes } from './terms';
import { useRun } from './useRun';

const DRAFT = 'rawabit.query';
const LONGEST = 12_000;
const TERM = /\brw:\w+/g;

/** An editor for SPARQL and what the store answers. The address holds what was run; what is being written is kept for this tab. */
export function OwnQuery({ queries }: { queries: readonly Query[] }) {
  const inAddress = parameters.value.get('sparql');
  const opened = queries.find((one) => one.name === parameters.value.get('edit'))?.text ?? null;
  const given = opened ?? (inAddress?.trim() ? inAddress : null);
  const [draft, setDraft] = useState<string>(() => given ?? kept() ?? TABLE);
  const [shownFor, setShownFor] = useState(given);
  // A question too long for an address is asked all the same.
  const [long, setLong] = useState<string | null>(null);
  if (given !== shownFor) {
    setShownFor(given);
    if (given !== null) setDraft(given);
  }
  const text = long ?? (opened === null && inAddress?.trim() ? inAddress : null);
  const run = useRun(text, (signal) => askSparql(text ?? '', signal));

  const change = (next: string) => {
    setDraft(next);
    keep(next);
  };
  const known = prefixes(store.value?.base ?? '');
  const start = () => {
    if (!draft.trim()) return;
    // What is asked stands on its own, wherever it is taken.
    const next = declared(draft, known);
    if (next !== draft) change(next);
    if (encodeURIComponent(next).length > LONGEST) {
      if (long === next) run.again();
      setLong(next);
      setParameters({ sparql: '', edit: null, offset: null });
    } else {
      if (text === next) run.again();
      setLong(null);
      setParameters({ sparql: next, edit: null, name: null, offset: null });
    }
  };
  const limits = store.value?.limits;
  return (
    <section class="own-query" aria-label={query('own')}>
      <p class="quiet">{query('ownHelp')}</p>
      <SparqlEditor text={draft} prefixes={known} terms={termsOf(queries)} onChange={change} onRun={start} />
      <p class="run-bar">
        <button type="button" class="primary" disabled={run.state === 'running'} onClick={start}>
          {query('run')} <kbd dir="ltr">{query('runHint')}</kbd>
        </button>
        {[
          { name: query('exampleTable'), text: TABLE },
          { name: query('exampleGraph'), text: GRAPH },
        ].map((example) => (
          <button
            type="button"
            class="plain"
            key={example.name}
            onClick={() => {
              change(example.text);
            }}
          >
            {example.name}
          </button>
        ))}
        {limits && <span class="quiet">{query('limit', { seconds: limits.seconds, rows: number(limits.rows) })}</span>}
      </p>
      <RunState run={run} />
      {long !== null && run.state !== 'idle' && <p class="quiet">{query('tooLong')}</p>}
      {run.answer && <OwnAnswer key={text} text={text ?? ''} result={run.answer} seconds={run.seconds} />}
    </section>
  );
}

/** Prefixed names to offer: relations, classes, and what the prepared queries use. */
function termsOf(queries: readonly Query[]): readonly string[] {
  const names = [...relations.value.map(({ name }) => name), ...classes.value].map((name) => `rw:${name}`);
  return [...new Set([...names, ...queries.flatMap(({ text }) => text.match(TERM) ?? [])])].sort();
}

function kept(): string | null {
  try {
    return sessionStorage.getItem(DRAFT);
  } catch {
    return null;
  }
}

function keep(text: string): void {
  try {
    sessionStorage.setItem(DRAFT, text);
  } catch {
    // A browser that keeps nothing loses what was not run.
  }
}
