/** What the server answers with. Offsets are half-open code points into a document's text; ids are full IRIs, paths the part below the base. */

export type Kind = 'actor' | 'place';
export type Modality = 'asserted' | 'unconfirmed' | 'hypothetical' | 'denied';
export type Direction = 'out' | 'in' | 'both';

export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly offset: number;
  readonly limit: number;
}

export interface Problem {
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  /** The option of `kg serve` that raises the limit which was met. */
  readonly setting?: string;
}

export interface Named {
  readonly id: string;
  readonly path: string;
  readonly label: string;
  readonly label_ar: string | null;
  readonly type: string;
  readonly kind: Kind;
}

export interface Status {
  readonly version: string;
  readonly revision: string;
  readonly base: string;
  readonly documents: number;
  readonly claims: number;
  readonly actors: number;
  readonly links: number;
  readonly inferred: number;
  readonly limits: { readonly seconds: number; readonly megabytes: number; readonly rows: number; readonly bytes: number };
  readonly languages: readonly string[];
}

export interface Relation {
  readonly name: string;
  readonly label: string;
  readonly label_ar: string | null;
  readonly definition: string;
  readonly symmetric: boolean;
  readonly inverse: string | null;
  readonly broader: readonly string[];
  readonly derived: boolean;
  readonly friendly: boolean;
  readonly hostile: boolean;
}

export interface Ontology {
  readonly relations: readonly Relation[];
  readonly classes: readonly {
    readonly name: string;
    readonly label: string;
    readonly label_ar: string | null;
    readonly parents: readonly string[];
  }[];
  readonly modalities: readonly {
    readonly name: Modality;
    readonly label: string;
    readonly label_ar: string | null;
    readonly definition: string;
  }[];
}

export interface Found extends Named {
  /** The one of its names that matched. */
  readonly match: string;
  readonly claims: number;
}

/** One row for each relation, direction and modality, counted before anything is listed. */
export interface Tie {
  readonly relation: string;
  readonly direction: Direction;
  /** None where it is inferred. */
  readonly modality: Modality | null;
  readonly inferred: boolean;
  readonly others: number;
  readonly documents: number;
  readonly claims: number;
}

export interface Fact {
  readonly property: string;
  readonly label: string;
  readonly label_ar: string | null;
  readonly direction: Direction;
  readonly value: Named | string;
  readonly from: string | null;
  readonly until: string | null;
}

export interface Source {
  readonly name: string;
  readonly id: string | null;
  readonly path: string | null;
  readonly label_ar: string | null;
  readonly documents: number;
  readonly claims: number;
}

export interface Entity extends Named {
  readonly names: readonly string[];
  readonly standing: string | null;
  readonly facts: readonly Fact[];
  readonly ties: readonly Tie[];
  readonly documents: number;
  readonly claims: number;
  readonly sources: readonly Source[];
  readonly contradicted: number;
}

export interface Link {
  readonly subject: Named;
  readonly relation: string;
  readonly object: Named;
  readonly modality: Modality | null;
  readonly inferred: boolean;
  readonly claims: number;
  readonly documents: number;
  readonly voices: number;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly contradicted: boolean;
}

/** A named thing as one text speaks of it; without offsets where the text only implies it. */
export interface Arg extends Named {
  readonly start: number | null;
  readonly end: number | null;
  readonly text: string | null;
}

export interface DocumentRef {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

export interface Claim {
  readonly id: string;
  readonly path: string;
  readonly subject: Arg;
  readonly relation: string;
  readonly object: Arg;
  readonly modality: Modality;
  /** The chain of sources, innermost first; empty where the author speaks. */
  readonly attributed_to: readonly Arg[];
  readonly publisher: string | null;
  readonly document: DocumentRef;
  readonly evidence: { readonly start: number; readonly end: number; readonly quote: string };
  readonly before: string;
  readonly after: string;
  readonly place: Arg | null;
  readonly date: { readonly earliest: string | null; readonly latest: string | null; readonly of: 'claim' | 'document' } | null;
  readonly confidence: number;
  readonly rule: string;
  readonly extractor: string | null;
}

export interface Step {
  readonly link: { readonly subject: Named; readonly relation: string; readonly object: Named };
  readonly rule: { readonly name: string; readonly label: string; readonly label_ar: string | null } | null;
  readonly premises: readonly Step[];
  /** Where documents say the link: the first of its claims. */
  readonly claims: readonly Claim[];
  readonly claims_total: number;
}

export interface Why {
  readonly link: Link;
  readonly arguments: readonly {
    readonly modality: Modality;
    readonly earliest: string | null;
    readonly latest: string | null;
    readonly undated: boolean;
    readonly dates_overlap: boolean;
    readonly step: Step;
  }[];
  readonly complete: boolean;
}

export interface ListedDocument extends DocumentRef {
  readonly claims: number;
  readonly links: number;
  /** `loaded`, `refused`, or another word for what became of it. */
  readonly status: string;
  readonly reason: string | null;
}

export interface ReadDocument extends DocumentRef {
  readonly text: string | null;
  readonly direction: 'rtl' | 'ltr';
  readonly claims: readonly Claim[];
  readonly loaded: string | null;
  /** `loaded`, `refused`, or another word for what became of it. */
  readonly status: string;
  readonly reason: string | null;
}

export interface Timeline {
  readonly months: readonly {
    readonly month: string;
    readonly relation: string;
    readonly modality: Modality;
    readonly claims: number;
    readonly documents: number;
  }[];
  readonly undated: number;
}

export interface PlaceWithEvents {
  readonly place: Named;
  readonly lat: number | null;
  readonly long: number | null;
  readonly claims: number;
  readonly documents: number;
  readonly actors: readonly Named[];
}

export interface Contradiction {
  readonly one: Named;
  readonly other: Named;
  readonly sides: readonly {
    readonly subject: Named;
    readonly relation: string;
    readonly object: Named;
    readonly modality: Modality;
    readonly claims: number;
    readonly documents: number;
    readonly earliest: string | null;
    readonly latest: string | null;
    readonly voices: readonly string[];
  }[];
}

export interface QueryParameter {
  readonly name: string;
  readonly name_ar: string | null;
  readonly kind: string;
  readonly description: string;
  readonly description_ar: string | null;
  readonly default: string | number | boolean | null;
  readonly required: boolean;
  readonly choices: readonly string[] | null;
}

export interface Query {
  readonly name: string;
  readonly summary: string;
  readonly summary_ar: string | null;
  readonly tags: readonly string[];
  readonly tags_ar: readonly string[];
  readonly parameters: readonly QueryParameter[];
  readonly columns: Readonly<Record<string, string>>;
  readonly text: string;
}

export type Cell =
  | null
  | (Named & { readonly type: string })
  | { readonly type: 'literal'; readonly value: string | number | boolean }
  | { readonly type: 'iri'; readonly value: string };

export interface Column {
  readonly name: string;
  readonly name_ar: string | null;
  readonly meaning: string | null;
  readonly meaning_ar: string | null;
}

export interface Answer {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly total: number;
  readonly cut: string | null;
  readonly seconds: number;
}
