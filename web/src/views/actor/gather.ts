import { evidence, links } from '../../api/calls';
import type { Claim, DocumentRef, Entity, Link } from '../../api/types';

/** A link with the sentences that say it. */
export interface Said {
  readonly link: Link;
  readonly claims: readonly Claim[];
  readonly total: number;
}

export interface Gathered {
  readonly said: readonly Said[];
  /** How many links there are to be gathered. */
  readonly links: number;
  readonly done: boolean;
}

/** A dossier of more sentences than this is no longer read on paper. */
const MOST_CLAIMS = 2000;
const MOST_LINKS = 500;
const MOST_OF_LINK = 100;
/** Links that are asked for side by side. */
const AT_ONCE = 8;

/** Gathers every sentence about an entity, link by link, in the order of how many documents speak of it. Tells as it goes. */
export async function gather(of: Entity, tell: (so: Gathered) => void, signal: AbortSignal): Promise<void> {
  const modality = ['asserted', 'unconfirmed', 'hypothetical', 'denied'] as const;
  const page = await links({ of: of.id }, { modality, inferred: false, direction: 'both' }, { limit: MOST_LINKS }, signal);
  const said: Said[] = [];
  let claims = 0;
  for (let first = 0; first < page.items.length && claims < MOST_CLAIMS; first += AT_ONCE) {
    const found = await Promise.all(page.items.slice(first, first + AT_ONCE).map((link) => sentencesOf(link, signal)));
    said.push(...found);
    claims += found.reduce((sum, one) => sum + one.claims.length, 0);
    tell({ said: [...said], links: page.total, done: false });
  }
  tell({ said, links: page.total, done: true });
}

async function sentencesOf(link: Link, signal: AbortSignal): Promise<Said> {
  const triple = { subject: link.subject.id, relation: link.relation, object: link.object.id };
  const found = await evidence(triple, link.modality ? [link.modality] : [], { limit: MOST_OF_LINK }, signal);
  const own = found.items.filter((claim) => claim.relation === link.relation);
  const claims = own.length ? own : found.items;
  return { link, claims, total: found.items.length < found.total ? found.total : claims.length };
}

/** The documents that are cited, in the order in which they are first cited. */
export function cited(said: readonly Said[]): readonly DocumentRef[] {
  const found = new Map<string, DocumentRef>();
  for (const { claims } of said) for (const { document } of claims) if (!found.has(document.id)) found.set(document.id, document);
  return [...found.values()];
}
