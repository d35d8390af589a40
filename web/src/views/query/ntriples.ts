/** Reads N-Triples (RDF 1.1), in which /sparql answers queries for graphs. */

import type { Term, Triple } from './terms';

const IRI = /<([^<>"{}|^`\s]*)>/.source;
const BLANK = /_:([^\s<>"]+)/.source;
const LITERAL = /"((?:[^"\\\n\r]|\\.)*)"(?:@([A-Za-z]+(?:-[A-Za-z0-9]+)*)|\^\^<([^<>\s]*)>)?/.source;
const LINE = new RegExp(`^[ \\t]*(?:${IRI}|${BLANK})[ \\t]*${IRI}[ \\t]*(?:${IRI}|${BLANK}|${LITERAL})[ \\t]*\\.[ \\t]*(?:#.*)?$`);
const ESCAPE = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g;
const ESCAPES: Readonly<Record<string, string>> = { t: '\t', b: '\b', n: '\n', r: '\r', f: '\f' };

/** The triples of `text`. Throws an Error that names the first line which is none. */
export function readNTriples(text: string): readonly Triple[] {
  const triples: Triple[] = [];
  text.split(/\r?\n|\r/).forEach((line, index) => {
    if (!line.trim() || line.trimStart().startsWith('#')) return;
    const parts = LINE.exec(line);
    if (!parts) throw new Error(`line ${index + 1} of the answer is no triple: ${line.slice(0, 80)}`);
    const [, subject, blankSubject, predicate = '', object, blankObject, literal, language, datatype] = parts;
    triples.push({
      subject: node(subject, blankSubject),
      predicate: { type: 'uri', value: unescaped(predicate) },
      object:
        literal === undefined
          ? node(object, blankObject)
          : { type: 'literal', value: unescaped(literal), ...(language && { language }), ...(datatype && { datatype: unescaped(datatype) }) },
    });
  });
  return triples;
}

function node(iri: string | undefined, blank: string | undefined): Term {
  return iri === undefined ? { type: 'bnode', value: blank?.replace(/\.$/, '') ?? '' } : { type: 'uri', value: unescaped(iri) };
}

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPE, (_, short: string | undefined, long: string | undefined, letter: string | undefined) => {
    const code = short ?? long;
    if (code === undefined) return ESCAPES[letter ?? ''] ?? letter ?? '';
    const point = parseInt(code, 16);
    return point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point);
  });
}
