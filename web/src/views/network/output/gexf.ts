import type { Link } from '../../../api/types';
import type { Placed } from '../model/canvas';
import { linkKey } from '../model/links';
import { xml } from './safe';

export interface Exported {
  readonly text: string;
  /** What the format cannot hold, told as it is in the canvas. */
  readonly skipped: readonly string[];
}

const DATE = /^\d{4}(-\d\d)?(-\d\d)?/;

/** GEXF 1.3: links carry their dates, and as weight the number of documents. A link whose end is not among the nodes is skipped and told. */
export function gexf(nodes: readonly Placed[], links: readonly Link[], nameOf: (node: Placed) => string): Exported {
  const ids = new Set(nodes.map((node) => node.named.id));
  const skipped = links.filter((link) => !ids.has(link.subject.id) || !ids.has(link.object.id));
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    ' <graph defaultedgetype="directed" mode="dynamic" timeformat="date">',
    '  <attributes class="node">',
    '   <attribute id="label_en" title="label_en" type="string"/>',
    '   <attribute id="label_ar" title="label_ar" type="string"/>',
    '   <attribute id="type" title="type" type="string"/>',
    '   <attribute id="kind" title="kind" type="string"/>',
    '  </attributes>',
    '  <attributes class="edge">',
    '   <attribute id="relation" title="relation" type="string"/>',
    '   <attribute id="modality" title="modality" type="string"/>',
    '   <attribute id="inferred" title="inferred" type="boolean"/>',
    '   <attribute id="claims" title="claims" type="integer"/>',
    '   <attribute id="documents" title="documents" type="integer"/>',
    '   <attribute id="voices" title="voices" type="integer"/>',
    '   <attribute id="contradicted" title="contradicted" type="boolean"/>',
    '  </attributes>',
    '  <nodes>',
    ...nodes.flatMap((node) => nodeLines(node, nameOf(node))),
    '  </nodes>',
    '  <edges>',
    ...links.filter((link) => !skipped.includes(link)).flatMap(edgeLines),
    '  </edges>',
    ' </graph>',
    '</gexf>',
    '',
  ];
  return { text: lines.join('\n'), skipped: skipped.map(linkKey) };
}

function nodeLines({ named, at }: Placed, label: string): readonly string[] {
  return [
    `   <node id="${xml(named.id)}" label="${xml(label)}">`,
    ...attributes({ label_en: named.label, label_ar: named.label_ar, type: named.type, kind: named.kind }),
    // Gephi's axis points up.
    ...(at ? [`    <viz:position x="${at.x.toFixed(1)}" y="${(-at.y).toFixed(1)}" z="0.0"/>`] : []),
    '   </node>',
  ];
}

function edgeLines(link: Link, index: number): readonly string[] {
  const start = dated(link.earliest, false);
  const end = dated(link.latest, true);
  const spell = `${start === null ? '' : ` start="${start}"`}${end === null ? '' : ` end="${end}"`}`;
  return [
    `   <edge id="${index}" source="${xml(link.subject.id)}" target="${xml(link.object.id)}" kind="${xml(link.relation)}" label="${xml(link.relation)}" weight="${Math.max(1, link.documents)}.0"${spell}>`,
    ...attributes({
      relation: link.relation, modality: link.modality ?? 'inferred', inferred: String(link.inferred), claims: String(link.claims),
      documents: String(link.documents), voices: String(link.voices), contradicted: String(link.contradicted),
    }),
    '   </edge>',
  ];
}

function attributes(values: Readonly<Record<string, string | null>>): readonly string[] {
  const given = Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [`     <attvalue for="${name}" value="${xml(value)}"/>`]));
  return ['    <attvalues>', ...given, '    </attvalues>'];
}

/** A whole day, since Gephi reads no years or months alone: the first of them, or the last. */
function dated(iso: string | null, last: boolean): string | null {
  const match = iso === null ? null : DATE.exec(iso);
  if (!match) return null;
  const [day, month, date] = match;
  if (date !== undefined) return day;
  if (month === undefined) return `${day}-${last ? '12-31' : '01-01'}`;
  const end = new Date(Date.UTC(Number(day.slice(0, 4)), Number(month.slice(1)), 0)).getUTCDate();
  return `${day}-${last ? String(end).padStart(2, '0') : '01'}`;
}
