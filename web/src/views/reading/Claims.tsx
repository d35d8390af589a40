import { useEffect, useRef } from 'preact/hooks';

import type { Claim } from '../../api/types';
import { ClaimLine } from '../../shared/ClaimCard';
import type { End } from '../../shared/LinkPicture';
import { Detail } from './Detail';

interface Props {
  readonly claims: readonly Claim[];
  readonly chosen: number;
  readonly pointed: number;
  readonly onChoose: (claim: number) => void;
  readonly onPoint: (claim: number) => void;
  readonly onPointEnd: (end: End | null) => void;
}

/** The claims of a document in the order of its text; the chosen one is open. */
export function Claims({ claims, chosen, pointed, onChoose, onPoint, onPointEnd }: Props) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('.on')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  return (
    <ol class="claim-list" ref={list}>
      {claims.map((claim, index) => {
        const on = index === chosen;
        return (
          <li
            key={claim.id}
            class={[on && 'on', index === pointed && 'pointed'].filter(Boolean).join(' ')}
            onMouseEnter={() => {
              onPoint(index);
            }}
            onMouseLeave={() => {
              onPoint(-1);
            }}
          >
            <button
              type="button"
              aria-expanded={on}
              onFocus={() => {
                onPoint(index);
              }}
              onBlur={() => {
                onPoint(-1);
              }}
              onClick={() => {
                onChoose(index);
              }}
            >
              <span class="claim-number" data-number={index + 1} />
              <ClaimLine claim={claim} link={false} />
            </button>
            {on && <Detail claim={claim} onPoint={onPointEnd} />}
          </li>
        );
      })}
    </ol>
  );
}
