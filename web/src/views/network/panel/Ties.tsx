import { useState } from 'preact/hooks';

import { relationLabel } from '../../../api/known';
import type { Tie } from '../../../api/types';
import { filters } from '../../../shell/filters';
import { ModalityBadge } from '../../../shared/ModalityBadge';
import { RelationLabel } from '../../../shared/RelationLabel';
import { shared } from '../../../shared/messages';
import { ALL, expandNode, kindKey, STEP, type Kind } from '../actions';
import { isBelow } from '../knowledge';
import { network } from '../messages';
import { broughtKey } from '../model/canvas';
import { tieVisible } from '../model/ties';
import { canvas } from '../session';

/** The kinds of ties of a node, counted before any of them is expanded. */
export function Ties({ id, ties }: { id: string; ties: readonly Tie[] }) {
  const [busy, setBusy] = useState(false);
  const shown = ties.filter((tie) => tieVisible(tie, filters.value, isBelow));
  const away = ties.length - shown.length;
  const { source, since, until } = filters.value;
  const go = (kind: Kind) => {
    setBusy(true);
    void expandNode(id, kind).finally(() => {
      setBusy(false);
    });
  };
  if (ties.length === 0) return <p class="quiet">{network('noTies')}</p>;
  return (
    <>
      <ul class="net-ties" aria-busy={busy}>
        {shown.length > 1 && <Row id={id} kind={ALL} tie={null} most={sum(shown)} busy={busy} onGo={go} />}
        {shown.map((tie) => {
          const kind: Kind = { relation: tie.relation, direction: tie.direction, modality: tie.modality, inferred: tie.inferred };
          return <Row key={kindKey(kind)} id={id} kind={kind} tie={tie} most={tie.others} busy={busy} onGo={go} />;
        })}
      </ul>
      {away > 0 && <p class="quiet">{network('tiesAway', { n: away })}</p>}
      {(source.length > 0 || since !== null || until !== null) && <p class="quiet">{network('countsBefore')}</p>}
    </>
  );
}

function sum(ties: readonly Tie[]): number {
  return ties.reduce((most, tie) => most + tie.others, 0);
}

interface RowProps {
  id: string;
  kind: Kind;
  /** Of all kinds together none. */
  tie: Tie | null;
  /** How many it can bring at most. */
  most: number;
  busy: boolean;
  onGo: (kind: Kind) => void;
}

function Row({ id, kind, tie, most, busy, onGo }: RowProps) {
  const brought = canvas.value.brought.get(broughtKey(id, kindKey(kind)));
  const done = brought !== undefined && brought.shown >= brought.total;
  const first = Math.min(STEP, most);
  const command = done
    ? network('allShown')
    : brought
      ? network('nextOnes', { n: Math.min(STEP, brought.total - brought.shown) })
      : network('expandOne', { n: first });
  const label = tie ? `${network(`way_${tie.direction}`)} ${relationLabel(tie.relation)}` : network('allKinds');
  return (
    <li>
      <span class="net-tie">
        {tie ? (
          <>
            <span class="net-way" title={network(`way_${tie.direction}`)} aria-label={network(`way_${tie.direction}`)} role="img">
              <span aria-hidden="true">{SIGNS[tie.direction]}</span>
            </span>
            <RelationLabel name={tie.relation} /> {tie.modality !== 'asserted' && <ModalityBadge modality={tie.modality} />}
          </>
        ) : (
          <strong>{network('allKinds')}</strong>
        )}
        <small>
          {tie && (
            <>
              {network('others', { n: tie.others })}
              {tie.documents > 0 && <> · {shared('documents', { n: tie.documents })}</>}
            </>
          )}
          {brought && <span class="net-brought">{network('showingLinks', { shown: brought.shown, total: brought.total })}</span>}
        </small>
      </span>
      <button
        type="button"
        disabled={busy || done}
        aria-label={`${command}: ${label}`}
        onClick={() => {
          onGo(kind);
        }}
      >
        {command}
      </button>
    </li>
  );
}

/** Out of the node, into it, both ways: signs that are the same in both scripts. */
const SIGNS = { out: '↗', in: '↘', both: '↔' } as const;
