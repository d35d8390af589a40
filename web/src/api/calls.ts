/** One function for each question that the server answers. */

import { ask, post, type Query } from './client';
import type * as Api from './types';

type Signal = AbortSignal | undefined;

/** From whom claims are, and of when. */
export interface Heard {
  readonly source?: readonly string[];
  readonly since?: string | null;
  readonly until?: string | null;
}

/** What narrows lists of links, claims and documents; the names are the server's. */
export interface Narrowing extends Heard {
  readonly relation?: readonly string[];
  readonly modality?: readonly Api.Modality[];
  readonly inferred?: boolean | null;
  /** Whether what documents state counts, beside what is inferred. */
  readonly said?: boolean;
  /** Only the relations that are named, without those below them. */
  readonly exact?: boolean;
  readonly direction?: Api.Direction | null;
}

export interface Slice {
  readonly offset?: number;
  readonly limit?: number;
}

/** A plain triple: a link, said or inferred. */
export interface Triple {
  readonly subject: string;
  readonly relation: string;
  readonly object: string;
}

const query = (...parts: readonly object[]): Query => Object.assign({}, ...parts) as Query;

export const status = (signal?: Signal) => ask<Api.Status>('status', {}, signal);

export const ontology = (signal?: Signal) => ask<Api.Ontology>('ontology', {}, signal);

export const search = (q: string, options: { kind?: Api.Kind | 'any'; limit?: number } = {}, signal?: Signal) =>
  ask<Api.Page<Api.Found>>('search', query({ q, kind: 'any', limit: 20 }, options), signal);

/** All of somebody; the ties counted by what some say, or by what is said of some time. */
export const entity = (id: string, signal?: Signal, heard: Heard = {}) => ask<Api.Entity>('entity', query({ id }, heard), signal);

export const links = (of: { of?: string; other?: string }, narrowing: Narrowing, slice: Slice = {}, signal?: Signal) =>
  ask<Api.Page<Api.Link>>('links', query(of, narrowing, slice), signal);

/** All links among these entities; asked by POST, since there may be thousands. */
export const network = (ids: readonly string[], narrowing: Narrowing, signal?: Signal) =>
  post<{ readonly links: readonly Api.Link[]; readonly total: number; readonly unknown: readonly string[] }>('network', { ids }, query(narrowing), signal);

export const path = (
  from: string,
  to: string,
  options: { longest?: number; most?: number; inferred?: boolean; places?: boolean } = {},
  signal?: Signal,
) => ask<{ readonly paths: readonly (readonly Api.Link[])[] }>('path', query({ from, to }, options), signal);

/** What documents say of a link: of one modality, or of every one where none or several are given. */
export const evidence = (triple: Triple, modality: readonly Api.Modality[] = [], slice: Slice = {}, signal?: Signal, heard: Heard = {}) =>
  ask<Api.Page<Api.Claim>>('evidence', query(triple, heard, { modality: modality.length === 1 ? modality : [] }, slice), signal);

export const claim = (id: string, signal?: Signal) => ask<Api.Claim>('claim', { id }, signal);

export const why = (triple: Triple, signal?: Signal) => ask<Api.Why>('why', query(triple), signal);

export const documents = (
  of: { q?: string; entity?: string; status?: string },
  narrowing: Narrowing,
  slice: Slice = {},
  signal?: Signal,
) => ask<Api.Page<Api.ListedDocument>>('documents', query(of, narrowing, slice), signal);

export const document = (id: string, signal?: Signal) => ask<Api.ReadDocument>('document', { id }, signal);

export const timeline = (of: { entity?: string }, narrowing: Narrowing, signal?: Signal) =>
  ask<Api.Timeline>('timeline', query(of, narrowing), signal);

export const places = (of: { entity?: string }, narrowing: Narrowing, slice: Slice = {}, signal?: Signal) =>
  ask<Api.Page<Api.PlaceWithEvents>>('places', query(of, narrowing, slice), signal);

/** The claims that `places` counts for a place. */
export const claimsAt = (of: { place: string; entity?: string }, narrowing: Narrowing, slice: Slice = {}, signal?: Signal) =>
  ask<Api.Page<Api.Claim>>('claims', query(of, narrowing, slice), signal);

export const contradictions = (of: { entity?: string }, narrowing: Narrowing, slice: Slice = {}, signal?: Signal) =>
  ask<Api.Page<Api.Contradiction>>('contradictions', query(of, narrowing, slice), signal);

export const sources = (of: { entity?: string } = {}, slice: Slice = {}, signal?: Signal) =>
  ask<Api.Page<Api.Source>>('sources', query(of, slice), signal);

export const queries = (signal?: Signal) => ask<{ readonly queries: readonly Api.Query[]; readonly problems?: readonly string[] }>('queries', {}, signal);

/** Runs one of the packaged queries; parameters by their own names. */
export const run = (name: string, parameters: Readonly<Record<string, string>>, slice: Slice = {}, signal?: Signal) => {
  const named = Object.fromEntries(Object.entries(parameters).map(([key, value]) => [`param.${key}`, value]));
  return ask<Api.Answer>(`queries/${encodeURIComponent(name)}`, query(named, slice), signal);
};
