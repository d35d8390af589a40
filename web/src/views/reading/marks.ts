/** Which words of a text belong to which claims, cut so that overlapping claims can be drawn. */

import type { Claim } from '../../api/types';
import { Offsets } from '../../shared/codepoints';

export type Role = 'evidence' | 'subject' | 'object' | 'speaker' | 'place';

export interface Cover {
  /** The claim's place in the list that was given. */
  readonly claim: number;
  readonly role: Role;
}

/** Words that the same claims cover from end to end; offsets are UTF-16 units. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly covers: readonly Cover[];
}

/** A line of the text, its pieces, and the claims whose evidence ends in it with the place of their number. */
export interface Line {
  readonly start: number;
  readonly pieces: readonly Piece[];
  readonly numbers: readonly { readonly at: number; readonly claim: number }[];
}

interface Span extends Cover {
  readonly start: number;
  readonly end: number;
}

/** In the order of the text: where the evidence begins, the longer first. */
export function inTextOrder(claims: readonly Claim[]): readonly Claim[] {
  return [...claims].sort(
    (a, b) =>
      a.evidence.start - b.evidence.start ||
      b.evidence.end - a.evidence.end ||
      (a.subject.start ?? 0) - (b.subject.start ?? 0) ||
      (a.object.start ?? 0) - (b.object.start ?? 0) ||
      (a.id < b.id ? -1 : 1),
  );
}

export function lines(text: string, claims: readonly Claim[]): readonly Line[] {
  const spans = spansOf(text, claims);
  const pieces = piecesOf(text, spans);
  const numbers = spans
    .filter((one) => one.role === 'evidence')
    .map(({ end, claim }) => ({ at: wordEnd(text, end), claim }))
    .sort((a, b) => a.at - b.at || a.claim - b.claim);

  const found: Line[] = [];
  let piece = 0;
  let number = 0;
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const own: Piece[] = [];
    while (piece < pieces.length) {
      const next = pieces[piece];
      if (!next || next.start >= end) break;
      const cut = { ...next, start: Math.max(next.start, start), end: Math.min(next.end, end) };
      if (cut.end > cut.start) own.push(cut);
      if (next.end > end) break;
      piece++;
    }
    const ownNumbers: { at: number; claim: number }[] = [];
    for (let next = numbers[number]; next && next.at <= end; next = numbers[++number]) ownNumbers.push(next);
    found.push({ start, pieces: own, numbers: ownNumbers });
    if (newline < 0) break;
    start = newline + 1;
    // What covers only the line break is in no line.
    while ((pieces[piece]?.end ?? Infinity) <= start) piece++;
  }
  return found;
}

function spansOf(text: string, claims: readonly Claim[]): readonly Span[] {
  const offsets = new Offsets(text);
  const spans: Span[] = [];
  claims.forEach((claim, index) => {
    const add = (role: Role, from: number | null, to: number | null) => {
      if (from === null || to === null) return;
      const start = offsets.unit(from);
      const end = offsets.unit(to);
      if (end > start) spans.push({ claim: index, role, start, end });
    };
    add('evidence', claim.evidence.start, claim.evidence.end);
    add('subject', claim.subject.start, claim.subject.end);
    add('object', claim.object.start, claim.object.end);
    for (const source of claim.attributed_to) add('speaker', source.start, source.end);
    if (claim.place) add('place', claim.place.start, claim.place.end);
  });
  return spans;
}

function piecesOf(text: string, spans: readonly Span[]): readonly Piece[] {
  const edges = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const waiting = [...spans].sort((a, b) => a.start - b.start);
  const pieces: Piece[] = [];
  let open: Span[] = [];
  let next = 0;
  edges.forEach((start, index) => {
    const end = edges[index + 1];
    if (end === undefined) return;
    open = open.filter((span) => span.end > start);
    for (let span = waiting[next]; span && span.start <= start; span = waiting[++next]) open.push(span);
    pieces.push({ start, end, covers: open.map(({ claim, role }) => ({ claim, role })) });
  });
  return pieces;
}

const WITHIN_WORD = /[\p{L}\p{M}\p{N}]/u;

/** The end of the word that goes on at an offset: a number must not stand between letters that join. */
function wordEnd(text: string, at: number): number {
  if (at === 0 || !WITHIN_WORD.test(text.charAt(at - 1))) return at;
  let end = at;
  while (end < text.length && WITHIN_WORD.test(String.fromCodePoint(text.codePointAt(end) ?? 32)))
    end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return end;
}
