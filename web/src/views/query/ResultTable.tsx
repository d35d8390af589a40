import { useAsked } from '../../api/asked';
import type { Cell, Column } from '../../api/types';
import { Worded, worded } from '../../shared/Worded';
import { isNumeric, irisIn } from './cells';
import { CellView } from './CellView';
import type { Labels } from './handover';
import { labelsOf } from './labels';
import { query } from './messages';

interface Props {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** The rows of this page. */
  readonly rows: readonly (readonly Cell[])[];
  /** The place of the first row in the whole answer. */
  readonly offset: number;
}

const NO_LABELS: Labels = new Map();

/** The rows of an answer; what things are called is asked for as far as the answer does not say it. */
export function ResultTable({ caption, columns, rows, offset }: Props) {
  const iris = [...new Set(irisIn(rows))];
  const named = useAsked(iris.length ? iris.join(' ') : null, (signal) => labelsOf(iris, signal));
  const numeric = columns.map((_, index) => isNumeric(rows, index));
  if (!rows.length) return <p class="quiet">{query('noRows')}</p>;
  return (
    // Who reads by keyboard must be able to scroll it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div class="scrolls result" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <thead>
          <tr>
            <th class="number" scope="col">
              #
            </th>
            {columns.map(({ name, name_ar, meaning, meaning_ar }, index) => (
              <th
                key={name}
                scope="col"
                class={numeric[index] ? 'number' : undefined}
                title={meaning === null ? undefined : worded({ en: meaning, ar: meaning_ar })}
              >
                <Worded en={name.replaceAll('_', ' ')} ar={name_ar} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              <td class="number quiet">{offset + at + 1}</td>
              {row.map((cell, index) => (
                <td key={index} class={numeric[index] ? 'number' : undefined}>
                  <CellView cell={cell} labels={named.answer ?? NO_LABELS} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
