/** A canvas as a file: JSON with a version, checked when it is opened. */

import type { Kind, Link, Modality, Named } from '../../../api/types';
import { EMPTY, type Brought, type Canvas, type Placed, type Spot } from './canvas';
import { linkKey } from './links';

const FORMAT = 'rawabit-canvas';
const VERSION = 1;
const MODALITIES: readonly Modality[] = ['asserted', 'unconfirmed', 'hypothetical', 'denied'];

export type Fault = 'notJson' | 'notCanvas' | 'newer' | 'badNode' | 'badLink' | 'unknownEnd';

/** Why a file cannot be opened; `where` names the place in it. */
export class BadCanvas extends Error {
  readonly fault: Fault;
  readonly where: string;

  constructor(fault: Fault, where = '') {
    super(`${fault} ${where}`.trim());
    this.name = 'BadCanvas';
    this.fault = fault;
    this.where = where;
  }
}

export function save(canvas: Canvas, links: readonly Link[]): string {
  const all = new Map([...canvas.kept, ...links].map((link) => [linkKey(link), link]));
  return `${JSON.stringify(
    {
      format: FORMAT,
      version: VERSION,
      nodes: [...canvas.nodes.values()].map(({ named, at, pinned, from }) => ({
        id: named.id, path: named.path, label: named.label, label_ar: named.label_ar, type: named.type, kind: named.kind,
        at: at && [round(at.x), round(at.y)], pinned, from,
      })),
      links: [...all.values()].map((link) => ({ ...link, subject: link.subject.id, object: link.object.id })),
      lit: canvas.lit,
      brought: [...canvas.brought].map(([key, { shown, total }]) => [key, shown, total]),
    },
    null,
    1,
  )}\n`;
}

/** Reads a file. All its links are taken as kept until the store has been asked for them. Throws `BadCanvas`. */
export function open(text: string): Canvas {
  const data = parsed(text);
  if (!isRecord(data) || data.format !== FORMAT || !Array.isArray(data.nodes)) throw new BadCanvas('notCanvas');
  if (typeof data.version !== 'number' || data.version > VERSION) throw new BadCanvas('newer', String(data.version));
  const nodes = new Map<string, Placed>();
  data.nodes.forEach((one: unknown, index) => {
    const node = readNode(one);
    if (!node) throw new BadCanvas('badNode', String(index + 1));
    nodes.set(node.named.id, node);
  });
  const kept = list(data.links).map((one, index) => readLink(one, index, nodes));
  return { ...EMPTY, nodes, kept, lit: list(data.lit).filter(isText), brought: new Map(list(data.brought).flatMap(readBrought)) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new BadCanvas('notJson', error instanceof Error ? error.message : '');
  }
}

function readNode(one: unknown): Placed | null {
  if (!isRecord(one) || !isText(one.id) || !isText(one.path) || !isText(one.label) || !isText(one.type)) return null;
  const kind: Kind | null = one.kind === 'actor' || one.kind === 'place' ? one.kind : null;
  if (!kind || one.id === '' || one.path === '') return null;
  const named: Named = { id: one.id, path: one.path, label: one.label, label_ar: isText(one.label_ar) ? one.label_ar : null, type: one.type, kind };
  return { named, at: readSpot(one.at), pinned: one.pinned === true, from: isText(one.from) ? one.from : null };
}

function readLink(one: unknown, index: number, nodes: ReadonlyMap<string, Placed>): Link {
  const where = String(index + 1);
  if (!isRecord(one) || !isText(one.subject) || !isText(one.object) || !isText(one.relation)) throw new BadCanvas('badLink', where);
  const subject = nodes.get(one.subject)?.named;
  const object = nodes.get(one.object)?.named;
  if (!subject || !object) throw new BadCanvas('unknownEnd', where);
  const modality = MODALITIES.find((name) => name === one.modality) ?? null;
  const inferred = one.inferred === true;
  if (modality === null && !inferred) throw new BadCanvas('badLink', where);
  return {
    subject, object, relation: one.relation, modality, inferred,
    claims: count(one.claims), documents: count(one.documents), voices: count(one.voices),
    earliest: isText(one.earliest) ? one.earliest : null, latest: isText(one.latest) ? one.latest : null,
    contradicted: one.contradicted === true,
  };
}

function readSpot(at: unknown): Spot | null {
  if (!Array.isArray(at)) return null;
  const [x, y] = at as unknown[];
  return typeof x === 'number' && typeof y === 'number' && Math.abs(x) < 1e7 && Math.abs(y) < 1e7 ? { x, y } : null;
}

function readBrought(one: unknown): readonly [string, Brought][] {
  if (!Array.isArray(one)) return [];
  const [key, shown, total] = one as unknown[];
  return isText(key) ? [[key, { shown: count(shown), total: count(total) }]] : [];
}

const round = (value: number): number => Math.round(value * 10) / 10;
const count = (value: unknown): number => (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
const isText = (value: unknown): value is string => typeof value === 'string';
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
