import type { Link } from '../../../api/types';
import type { Placed } from '../model/canvas';
import { cell } from './safe';

/** Without it, spreadsheets take Arabic for something else. */
const BOM = '\uFEFF';

/** The links that are seen, one a row, with the names of both ends. */
export function linksCsv(links: readonly Link[]): string {
  const head = [
    'subject', 'subject_label', 'subject_label_ar', 'relation', 'object', 'object_label', 'object_label_ar', 'modality', 'inferred',
    'claims', 'documents', 'voices', 'earliest', 'latest', 'contradicted',
  ];
  return table(head, links.map(({ subject, object, ...link }) => [
    subject.id, subject.label, subject.label_ar, link.relation, object.id, object.label, object.label_ar, link.modality, link.inferred,
    link.claims, link.documents, link.voices, link.earliest, link.latest, link.contradicted,
  ]));
}

/** The nodes, one a row. */
export function nodesCsv(nodes: readonly Placed[], degree: (id: string) => number): string {
  const head = ['id', 'label', 'label_ar', 'type', 'kind', 'links_shown'];
  return table(head, nodes.map(({ named }) => [named.id, named.label, named.label_ar, named.type, named.kind, degree(named.id)]));
}

function table(head: readonly string[], rows: readonly (readonly (string | number | boolean | null)[])[]): string {
  return BOM + [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
