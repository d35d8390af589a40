import type { Drawing, DrawnLine } from './drawing';

/** A node, or a line by its own key or by that of a link that it stands for. */
export interface Pointed {
  readonly kind: 'node' | 'line';
  readonly key: string;
}

export interface Emphasis {
  readonly any: boolean;
  readonly nodes: ReadonlySet<string>;
  readonly lines: ReadonlySet<string>;
  readonly ringed: string | null;
  readonly exact: string | null;
}

/** What is brought out: a node with all its lines and neighbours, a line with its ends, and the path that is lit. */
export function emphasis(drawing: Drawing, pointed: Pointed | null, chosen: Pointed | null): Emphasis {
  const nodes = new Set<string>();
  const lines = new Set<string>();
  const take = (name: string) => {
    const line = lineNamed(drawing, name);
    if (!line) return;
    lines.add(line.key);
    nodes.add(line.source).add(line.target);
  };
  for (const one of [pointed ?? chosen]) {
    if (one?.kind === 'node' && drawing.nodes.has(one.key)) {
      nodes.add(one.key);
      for (const key of drawing.linesOf.get(one.key) ?? []) take(key);
    } else if (one) take(one.key);
  }
  if (!pointed) for (const key of drawing.lit) take(key);
  return {
    any: nodes.size > 0,
    nodes,
    lines,
    ringed: chosen?.kind === 'node' ? chosen.key : null,
    exact: lineNamed(drawing, [pointed, chosen].find((one) => one?.kind === 'line')?.key ?? '')?.key ?? null,
  };
}

export function lineNamed(drawing: Drawing, key: string): DrawnLine | undefined {
  return drawing.lines.get(key) ?? drawing.lines.get(drawing.lineOf.get(key) ?? '');
}
