import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';

import { relationLabel } from '../../api/known';
import type { Claim, ReadDocument } from '../../api/types';
import { language } from '../../i18n/language';
import { nameOf } from '../../shared/Name';
import { lines, type Line, type Piece, type Role } from './marks';
import { reading } from './messages';

interface Props {
  readonly document: ReadDocument & { readonly text: string };
  readonly claims: readonly Claim[];
  /** Which claim is being read, and which is pointed at; -1 for none. */
  readonly chosen: number;
  readonly pointed: number;
  /** An end of the chosen claim that is pointed at in its picture. */
  readonly pointedRole: Role | null;
  readonly onChoose: (claim: number) => void;
  readonly onPoint: (claim: number) => void;
  /** The address of the reading view at a claim. */
  readonly addressOf: (claim: Claim) => string;
}

/** The document as it was, with the words of every claim marked and a number where its evidence ends. */
export function Text(props: Props) {
  const { document, claims, chosen, onChoose, onPoint } = props;
  const all = useMemo(() => lines(document.text, claims), [document.text, claims]);
  const root = useRef<HTMLDivElement>(null);
  const handlers = useRef({ onChoose, onPoint });
  handlers.current = { onChoose, onPoint };
  // Lines are kept, and so must lead to whatever is right when they are clicked.
  const steady = useRef({
    onChoose: (claim: number) => {
      handlers.current.onChoose(claim);
    },
    onPoint: (claim: number) => {
      handlers.current.onPoint(claim);
    },
  });

  // The words can be pointed at and clicked; by keyboard the numbers do the same.
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const claimAt = (event: Event) => {
      const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-claim]') : null;
      return target ? Number(target.dataset.claim) : -1;
    };
    const over = (event: Event) => {
      handlers.current.onPoint(claimAt(event));
    };
    const out = () => {
      handlers.current.onPoint(-1);
    };
    const click = (event: Event) => {
      if (event.target instanceof Element && event.target.closest('a')) return;
      const claim = claimAt(event);
      if (claim >= 0 && !getSelection()?.toString()) handlers.current.onChoose(claim);
    };
    element.addEventListener('mouseover', over);
    element.addEventListener('mouseleave', out);
    element.addEventListener('click', click);
    return () => {
      element.removeEventListener('mouseover', over);
      element.removeEventListener('mouseleave', out);
      element.removeEventListener('click', click);
    };
  }, []);

  useEffect(() => {
    root.current?.querySelector('.on')?.scrollIntoView({ block: 'center' });
  }, [chosen]);

  return (
    <div class="document-text" ref={root} dir={document.direction} lang={document.language ?? undefined}>
      {all.map((line) => (
        <LineOfText key={line.start} line={line} props={{ ...props, ...steady.current }} />
      ))}
    </div>
  );
}

/** Drawn anew only when a claim of its own is chosen or pointed at: texts may have thousands of lines. */
function LineOfText({ line, props }: { line: Line; props: Props }) {
  const { document, claims } = props;
  const own = useMemo(() => new Set(line.pieces.flatMap((piece) => piece.covers.map((cover) => cover.claim))), [line]);
  const chosen = own.has(props.chosen) ? props.chosen : -1;
  const pointed = own.has(props.pointed) ? props.pointed : -1;
  const pointedRole = chosen < 0 ? null : props.pointedRole;
  const speaks = language.value;
  const says = useMemo(
    () => line.pieces.some(({ start, end }) => LETTER.test(document.text.slice(start, end))),
    [line, document.text],
  );
  return useMemo(
    () => <p dir={says ? 'auto' : undefined}>{drawn(line, { ...props, chosen, pointed, pointedRole })}</p>,
    // The rest of the props are ways to act, which stay the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [line, claims, says, chosen, pointed, pointedRole, speaks],
  );
}

function drawn(line: Line, props: Props): ComponentChildren[] {
  const out: ComponentChildren[] = [];
  let number = 0;
  const tagged = new Set<Role>();
  const numbersUpTo = (at: number) => {
    for (let next = line.numbers[number]; next && next.at <= at; next = line.numbers[++number]) {
      out.push(<Numeral key={`n${next.claim}`} claim={next.claim} props={props} />);
    }
  };
  for (const piece of line.pieces) {
    let start = piece.start;
    for (let next = line.numbers[number]; next && next.at < piece.end; next = line.numbers[number]) {
      if (next.at > start) out.push(words({ ...piece, start, end: next.at }, props, tagged));
      start = Math.max(start, next.at);
      numbersUpTo(next.at);
    }
    out.push(words({ ...piece, start }, props, tagged));
  }
  numbersUpTo(Infinity);
  return out;
}

const ROLES = ['subject', 'object', 'speaker', 'place'] as const;

function words(piece: Piece, { document, claims, chosen, pointed, pointedRole }: Props, tagged: Set<Role>): ComponentChildren {
  let inside: ComponentChildren = document.text.slice(piece.start, piece.end);
  if (piece.covers.length === 0) return inside;
  const own = piece.covers.filter((cover) => cover.claim === chosen).map((cover) => cover.role);
  for (const role of ROLES) {
    if (!piece.covers.some((cover) => cover.role === role)) continue;
    const mine = own.includes(role);
    const tag = mine && !tagged.has(role) ? tagOf(role, claims[chosen]) : undefined;
    if (mine) tagged.add(role);
    const classes = [`role-${role}`, mine && 'mine', mine && role === pointedRole && 'pointed-at'];
    inside = (
      <span class={classes.filter(Boolean).join(' ')} data-tag={tag}>
        {inside}
      </span>
    );
  }
  const evidence = piece.covers.filter((cover) => cover.role === 'evidence');
  const nearest = shortest(evidence.length ? evidence : piece.covers, claims);
  const classes = [
    'said',
    own.length > 0 && 'on',
    piece.covers.some((cover) => cover.claim === pointed) && 'pointed',
  ];
  return (
    <span key={piece.start} class={classes.filter(Boolean).join(' ')} data-claim={own.length && evidence.length < 2 ? chosen : nearest}>
      {inside}
    </span>
  );
}

function tagOf(role: (typeof ROLES)[number], claim: Claim | undefined): string | undefined {
  if (role === 'place') return undefined;
  return reading(role === 'object' && claim?.object.kind === 'place' ? 'objectPlace' : role);
}

/** Whether a line says by itself in which direction it runs: a line of signs alone runs as the document does. */
const LETTER = /\p{L}/u;

function shortest(covers: Piece['covers'], claims: readonly Claim[]): number {
  const length = (index: number) => {
    const evidence = claims[index]?.evidence;
    return evidence ? evidence.end - evidence.start : Infinity;
  };
  return covers.reduce((best, { claim }) => (best < 0 || length(claim) < length(best) ? claim : best), -1);
}

/** What a claim says, as plain text. */
export function saying(claim: Claim): string {
  return `${nameOf(claim.subject)} ${relationLabel(claim.relation)} ${nameOf(claim.object)}`;
}

function Numeral({ claim, props }: { claim: number; props: Props }) {
  const of = props.claims[claim];
  if (!of) return null;
  const label = reading('numbered', { i: claim + 1, what: saying(of) });
  const classes = ['claim-number', claim === props.chosen && 'on', claim === props.pointed && 'pointed'];
  return (
    <a
      class={classes.filter(Boolean).join(' ')}
      href={props.addressOf(of)}
      data-claim={claim}
      data-number={claim + 1}
      aria-label={label}
      title={label}
      {...(claim === props.chosen && { 'aria-current': 'true' as const })}
      onFocus={() => {
        props.onPoint(claim);
      }}
      onBlur={() => {
        props.onPoint(-1);
      }}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        props.onChoose(claim);
      }}
    />
  );
}
