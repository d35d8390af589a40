import { useState } from 'preact/hooks';

import { useAsked } from '../../api/asked';
import { claimsAt } from '../../api/calls';
import type { PlaceWithEvents } from '../../api/types';
import { ClaimCard } from '../../shared/ClaimCard';
import { shared } from '../../shared/messages';
import { Name } from '../../shared/Name';
import { Pager } from '../../shared/Pager';
import { Answered } from '../../shared/State';
import { narrowing, narrowingKey } from '../../shell/filters';
import { map } from './messages';

const CLAIMS = 8;

/** What is said of one place. */
export function ClaimsHere({ of, entity, onClose }: { of: PlaceWithEvents; entity: string | null; onClose: () => void }) {
  const [offset, setOffset] = useState(0);
  const asked = useAsked(`${of.place.path} ${entity ?? ''} ${narrowingKey.value} ${offset}`, (signal) =>
    claimsAt({ place: of.place.path, ...(entity !== null && { entity }) }, narrowing.value, { offset, limit: CLAIMS }, signal),
  );
  return (
    <section class="claims-here" aria-labelledby="place-chosen">
      <header>
        <h2 id="place-chosen">{map.rich('saidHere', { place: <Name of={of.place} /> })}</h2>
        <button type="button" onClick={onClose}>
          {map('close')}
        </button>
      </header>
      <p class="quiet">
        {shared('claims', { n: of.claims })} · {shared('documents', { n: of.documents })}
      </p>
      {of.actors.length > 0 && (
        <p>
          <span class="quiet">{map('actors')}: </span>
          {of.actors.map((actor, index) => (
            <span key={actor.id}>
              {index > 0 && ' · '}
              <Name of={actor} />
            </span>
          ))}
        </p>
      )}
      <Answered asked={asked}>
        {(page) => (
          <>
            {page.items.map((claim) => (
              <ClaimCard key={claim.id} claim={claim} />
            ))}
            <Pager page={page} onOffset={setOffset} />
          </>
        )}
      </Answered>
    </section>
  );
}
