import { expect, test } from 'vitest';

import { handoverAddress, handoverOf } from '../src/views/query/handover';
import { readNTriples } from '../src/views/query/ntriples';

const BASE = 'https://w3id.org/rawabit/';
const graph = readNTriples(`
<${BASE}actor/a> <${BASE}ontology#fights> <${BASE}actor/b> .
<${BASE}actor/a> <${BASE}ontology#fights> <${BASE}actor/b> .
<${BASE}actor/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <${BASE}ontology#ArmedGroup> .
<${BASE}actor/b> <http://www.w3.org/2004/02/skos/core#prefLabel> "ب"@ar .
<${BASE}actor/b> <http://www.w3.org/2004/02/skos/core#prefLabel> "B"@en .
<${BASE}actor/b> <http://e/knows> <http://e/some%20one> .
_:x <http://e/knows> <${BASE}actor/b> .
`);

test('triples between two things are links, once each; types and labels are those of the ends', () => {
  const handover = handoverOf('who', graph, BASE, new Map([[`${BASE}actor/a`, { label: 'A', label_ar: 'أ' }]]));
  expect(handover.links).toEqual([
    { subject: `${BASE}actor/a`, relation: 'fights', object: `${BASE}actor/b` },
    { subject: `${BASE}actor/b`, relation: 'http://e/knows', object: 'http://e/some%20one' },
  ]);
  expect(handover.total).toBe(2);
  expect(handover.entities).toEqual([
    { id: `${BASE}actor/a`, path: 'actor/a', label: 'A', label_ar: 'أ', type: 'ArmedGroup' },
    { id: `${BASE}actor/b`, path: 'actor/b', label: 'B', label_ar: 'ب', type: null },
    { id: 'http://e/some%20one', path: null, label: 'some one', label_ar: null, type: null },
  ]);
});

test('the address names what is of the store', () => {
  expect(handoverAddress(handoverOf('', graph, BASE, new Map()))).toBe('/network?handover=1&ids=actor%2Fa%2Cactor%2Fb');
});
