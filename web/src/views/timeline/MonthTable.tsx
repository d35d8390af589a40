import { useState } from 'preact/hooks';

import { date } from '../../i18n/dates';
import { number } from '../../i18n/words';
import { ModalityBadge } from '../../shared/ModalityBadge';
import { Pager } from '../../shared/Pager';
import { RelationLabel } from '../../shared/RelationLabel';
import { timeline } from './messages';
import type { Row } from './plot';

const ROWS = 50;

/** What the pictures show, in numbers. */
export function MonthTable({ rows }: { rows: readonly Row[] }) {
  const [wanted, setWanted] = useState(0);
  const offset = wanted < rows.length ? wanted : 0;
  const page = rows.slice(offset, offset + ROWS);
  return (
    <details class="as-table">
      <summary>{timeline('table')}</summary>
      {/* Who reads by keyboard must be able to scroll it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div class="scrolls" tabIndex={0} role="region" aria-label={timeline('table')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{timeline('month')}</th>
              <th scope="col">{timeline('relation')}</th>
              <th scope="col">{timeline('modality')}</th>
              <th scope="col" class="number">
                {timeline('claims')}
              </th>
              <th scope="col" class="number">
                {timeline('documents')}
              </th>
            </tr>
          </thead>
          <tbody>
            {page.map((row) => (
              <tr key={`${row.month} ${row.relation} ${row.modality}`}>
                <td>{date(row.month)}</td>
                <td>
                  <RelationLabel name={row.relation} />
                </td>
                <td>
                  <ModalityBadge modality={row.modality} />
                </td>
                <td class="number">{number(row.claims)}</td>
                <td class="number">{number(row.documents)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager page={{ items: page, total: rows.length, offset, limit: ROWS }} onOffset={setWanted} />
    </details>
  );
}
