/** What stands in the editor at first. */

import { ONTOLOGY } from './terms';

export const TABLE = `PREFIX rw: <${ONTOLOGY}>

# Who is said to fight whom, by how many documents?
SELECT ?subject ?object (COUNT(DISTINCT ?document) AS ?documents)
WHERE {
  ?claim rw:predicate rw:fights ; rw:modality rw:asserted ;
    rw:subject ?subject ; rw:object ?object ; rw:statedIn ?document .
}
GROUP BY ?subject ?object
ORDER BY DESC(?documents) ?subject ?object
LIMIT 200
`;

export const GRAPH = `PREFIX rw: <${ONTOLOGY}>

# Who supports those who fight each other? The answer is a graph, which can be shown on the canvas.
CONSTRUCT { ?supporter rw:supports ?one . ?one rw:fights ?other }
WHERE {
  ?one rw:fights ?other .
  ?supporter rw:supports ?one .
}
LIMIT 300
`;
