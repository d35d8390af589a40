import { useEffect, useMemo, useRef } from 'preact/hooks';

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

  const handlers = useRef({ onChoose, onPoint, onPointEnd });
  handlers.current = { onChoose, onPoint, onPointEnd };
  return (
    <ol class="claim-list" ref={list}>
      {claims.map((claim, index) => (
        <Item key={claim.id} claim={claim} index={index} on={index === chosen} pointed={index === pointed} handlers={handlers} />
      ))}
    </ol>
  );
}

interface ItemProps {
  readonly claim: Claim;
  readonly index: number;
  readonly on: boolean;
  readonly pointed: boolean;
  readonly handlers: { readonly current: Pick<Props, 'onChoose' | 'onPoint' | 'onPointEnd'> };
}

/** Drawn anew only when it is chosen or pointed at. */
function Item({ claim, index, on, pointed, handlers }: ItemProps) {
  return useMemo(() => {
    const point = () => {
      handlers.current.onPoint(index);
    };
    const leave = () => {
      handlers.current.onPoint(-1);
    };
    return (
      <li class={[on && 'on', pointed && 'pointed'].filter(Boolean).join(' ')} onMouseEnter={point} onMouseLeave={leave}>
        <button
          type="button"
          aria-expanded={on}
          onFocus={point}
          onBlur={leave}
          onClick={() => {
            handlers.current.onChoose(index);
          }}
        >
          <span class="claim-number" data-number={index + 1} />
          <ClaimLine claim={claim} link={false} />
        </button>
        {on && (
          <Detail
            claim={claim}
            onPoint={(end) => {
              handlers.current.onPointEnd(end);
            }}
          />
        )}
      </li>
    );
  }, [claim, index, on, pointed, handlers]);
}
