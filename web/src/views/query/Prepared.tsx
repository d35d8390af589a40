import { useState } from 'preact/hooks';

import { run as ask } from '../../api/calls';
import { store } from '../../api/known';
import type { Answer, Query, QueryParameter } from '../../api/types';
import { showing } from '../../shared/Showing';
import { Pager } from '../../shared/Pager';
import { Question } from '../../shared/Question';
import { go, parameters, setParameters } from '../../shell/place';
import { valueOf, withoutLabels } from './cells';
import { csv } from './csv';
import { everyRow } from './everyRow';
import { fileName, save } from './files';
import { query } from './messages';
import { ParameterField } from './ParameterField';
import { faults, preparedAddress, readValues, type Values } from './parameters';
import { ResultTable } from './ResultTable';
import { RunState, took } from './RunState';
import { pathOf } from './terms';
import { useRun } from './useRun';

const ROWS = 100;

/** A prepared question: what it takes, and its answer. */
export function Prepared({ of }: { of: Query }) {
  const asked = readValues(parameters.value, of.parameters);
  const offset = Math.max(0, Number(parameters.value.get('offset')) || 0);
  const wrong = faults(of.parameters, asked);
  const values = forServer(asked);
  const ready = !Object.keys(wrong).length && store.value !== null;
  const run = useRun(ready ? JSON.stringify([of.name, values, offset, store.value?.revision]) : null, (signal) =>
    ask(of.name, values, { offset, limit: ROWS }, signal),
  );
  return (
    <section class="prepared" aria-labelledby="question">
      <h2 id="question">
        <Question of={of} />
      </h2>
      <p class="quiet">
        <code>{of.name}</code> · <a href={`/query?${new URLSearchParams({ edit: of.name }).toString()}`}>{query('openInEditor')}</a>
      </p>
      {asking(of).length > 0 && <Form key={JSON.stringify([of.name, asked])} of={of} asked={asked} again={run.again} />}
      <RunState run={run} />
      {run.answer && <Answered of={of} values={values} answer={run.answer} offset={offset} />}
    </section>
  );
}

function Form({ of, asked, again }: { of: Query; asked: Values; again: () => void }) {
  const [values, setValues] = useState<Values>(asked);
  const [tried, setTried] = useState(false);
  const parameters = asking(of);
  const wrong = faults(parameters, values);
  const submit = () => {
    setTried(true);
    if (Object.keys(wrong).length) return;
    const to = preparedAddress(of.name, values);
    if (to === location.pathname + location.search) again();
    else go(to);
  };
  return (
    <form
      class="parameters"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {parameters.map((parameter) => (
        <ParameterField
          key={parameter.name}
          parameter={parameter}
          value={values[parameter.name] ?? ''}
          fault={tried ? (wrong[parameter.name] ?? null) : null}
          onChange={(value) => {
            setValues((before) => ({ ...before, [parameter.name]: value }));
          }}
        />
      ))}
      <button type="submit" class="primary">
        {query('ask')}
      </button>
    </form>
  );
}

function Answered({ of, values, answer, offset }: { of: Query; values: Values; answer: Answer; offset: number }) {
  return (
    <>
      <p class="run-state" role="status">
        <span>
          {query('rows', { n: answer.total })} · {took(answer.seconds)}
        </span>
        {answer.total > 0 && <Download of={of} values={values} />}
      </p>
      {answer.cut !== null && (
        <p class="notice bad cut">
          <strong>{query('cut')}</strong> <bdi>{answer.cut}</bdi>
        </p>
      )}
      <ResultTable caption={query('results')} {...withoutLabels(answer)} offset={offset} />
      {answer.total > answer.rows.length && (
        <Pager
          page={{ items: answer.rows, total: answer.total, offset, limit: ROWS }}
          onOffset={(next) => {
            setParameters({ offset: next ? String(next) : null });
          }}
        />
      )}
    </>
  );
}

function Download({ of, values }: { of: Query; values: Values }) {
  const [wanted, setWanted] = useState<'csv' | 'json' | null>(null);
  const [progress, setProgress] = useState<string | null>(null);
  const run = useRun(wanted, async (signal) => {
    const whole = await everyRow(of.name, values, signal, (done, total) => {
      setProgress(query('fetching', { done, total }));
    }).catch((error: unknown) => {
      throw error instanceof Error && error.message === 'changed' ? new Error(query('changed')) : error;
    });
    if (wanted === 'csv') save(`${fileName(of.name)}.csv`, 'text/csv;charset=utf-8', tableOf(whole));
    else save(`${fileName(of.name)}.json`, 'application/json', `${JSON.stringify(objectsOf(whole), null, 2)}\n`);
    setWanted(null);
    setProgress(null);
    return showing(whole.rows.length, whole.total);
  });
  return (
    <span class="download">
      {run.state === 'running' ? (
        <>
          {progress}{' '}
          <button type="button" onClick={run.cancel}>
            {query('cancel')}
          </button>
        </>
      ) : (
        (['csv', 'json'] as const).map((form) => (
          <button
            type="button"
            key={form}
            onClick={() => {
              if (wanted === form) run.again();
              else setWanted(form);
            }}
          >
            {query('download')} {form.toUpperCase()}
          </button>
        ))
      )}
      {run.problem && <span class="fault">{run.problem.detail ?? run.problem.title}</span>}
    </span>
  );
}

const tableOf = ({ columns, rows }: Answer): string => csv([columns.map(({ name }) => name), ...rows.map((row) => row.map(valueOf))]);

const objectsOf = ({ columns, rows }: Answer): readonly object[] =>
  rows.map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null])));

/** The parameters to ask for: which graph is read is nothing that a form should ask. */
const asking = (of: Query): readonly QueryParameter[] => of.parameters.filter(({ kind }) => kind !== 'graph');

/** Entities stand in the address by their paths; the server takes their IRIs. */
function forServer(values: Values): Values {
  const base = store.value?.base ?? '';
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, pathOf(base + value, base) === null ? value : base + value]));
}
