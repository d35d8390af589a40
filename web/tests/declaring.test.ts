import { expect, test } from 'vitest';

import { declared } from '../src/views/query/declaring';

const KNOWN = { rw: 'https://example.org/rw#', actor: 'https://example.org/actor/', skos: 'https://example.org/skos#' };

test('known prefixes that are used get their lines, behind the remarks', () => {
  expect(declared('# Who?\nSELECT * { actor:a rw:fights ?x . ?x a rw:Actor }', KNOWN)).toBe(
    '# Who?\nPREFIX rw: <https://example.org/rw#>\nPREFIX actor: <https://example.org/actor/>\nSELECT * { actor:a rw:fights ?x . ?x a rw:Actor }',
  );
});

test('what is declared, unknown, quoted, an IRI or a remark gets none', () => {
  for (const text of [
    'PREFIX rw: <https://example.org/other#> SELECT * { ?x rw:fights ?y }',
    'prefix rw:<https://example.org/other#> ASK { ?x rw:fights ?y }',
    'SELECT * { ?x foo:bar "rw:fights" ; <rw:fights> ?y } # rw:fights',
    'SELECT ?rw { ?rw <a:b> 1 }',
  ])
    expect(declared(text, KNOWN)).toBe(text);
});
