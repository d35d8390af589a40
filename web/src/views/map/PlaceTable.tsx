import { useState } from 'preact/hooks';

import type { PlaceWithEvents } from '../../api/types';
import { number } from '../../i18n/words';
import { nameOf } from '../../shared/Name';
import { Pager } from '../../shared/Pager';
import { map } from './messages';

const ROWS = 25;

interface Props {
  readonly places: readonly PlaceWithEvents[];
  readonly chosen: string | null;
  readonly onChoose: (place: string) => void;
}

/** The places of the map in numbers; choosing one shows its claims. */
export function PlaceTable({ places, chosen, onChoose }: Props) {
  const [wanted, setWanted] = useState(0);
  const offset = wanted < places.length ? wanted : 0;
  const page = places.slice(offset, offset + ROWS);
  return (
    <>
      <table class="place-table">
        <thead>
          <tr>
            <th scope="col">{map('place')}</th>
            <th scope="col" class="number">
              {map('claims')}
            </th>
            <th scope="col" class="number">
              {map('documents')}
            </th>
          </tr>
        </thead>
        <tbody>
          {page.map(({ place, claims, documents }) => (
            <tr key={place.id} class={place.path === chosen ? 'chosen' : undefined}>
              <th scope="row">
                <button
                  type="button"
                  class="plain"
                  aria-pressed={place.path === chosen}
                  onClick={() => {
                    onChoose(place.path);
                  }}
                >
                  <bdi>{nameOf(place)}</bdi>
                </button>
              </th>
              <td class="number">{number(claims)}</td>
              <td class="number">{number(documents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {places.length > ROWS && <Pager page={{ items: page, total: places.length, offset, limit: ROWS }} onOffset={setWanted} />}
    </>
  );
}
