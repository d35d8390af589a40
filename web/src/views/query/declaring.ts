const NO_NAME = /<[^<>\s]*>|"""[^]*?"""|'''[^]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*/g;
const USED = /(?<![\w:?$-])([A-Za-z][\w-]*):(?=[\w%\\]|\s|$)/g;
const DECLARED = /\bPREFIX\s+([\w-]*):/gi;
const REMARKS = /^(?:[ \t]*(?:#[^\n]*)?\n)*/;

/** A query with a PREFIX line for each known prefix that it uses and does not declare, behind the remarks that open it. */
export function declared(text: string, known: Readonly<Record<string, string>>): string {
  const bare = text.replace(NO_NAME, ' ');
  const there = new Set([...bare.matchAll(DECLARED)].map(([, name]) => name));
  const used = new Set([...bare.matchAll(USED)].map(([, name]) => name ?? ''));
  const lines = Object.entries(known).flatMap(([name, iri]) => (used.has(name) && !there.has(name) ? [`PREFIX ${name}: <${iri}>\n`] : []));
  if (lines.length === 0) return text;
  const start = REMARKS.exec(text)?.[0].length ?? 0;
  return text.slice(0, start) + lines.join('') + text.slice(start);
}
