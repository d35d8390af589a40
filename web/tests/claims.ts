import type { Arg, Claim } from '../src/api/types';

/** An argument of a claim, at words that stand in a text. */
export function arg(text: string, words: string | null): Arg {
  const at = words === null ? -1 : text.indexOf(words);
  const start = at < 0 ? null : Array.from(text.slice(0, at)).length;
  return {
    id: `https://example.org/actor/${words ?? 'nobody'}`,
    path: `actor/${words ?? 'nobody'}`,
    label: words ?? 'nobody',
    label_ar: null,
    type: 'ArmedGroup',
    kind: 'actor',
    start,
    end: start === null || words === null ? null : start + Array.from(words).length,
    text: words,
  };
}

/** A claim whose evidence, arguments and speakers are words of a text. */
export function claim(text: string, quote: string, subject: string | null, object: string | null, speakers: readonly string[] = []): Claim {
  const evidence = arg(text, quote);
  if (evidence.start === null || evidence.end === null) throw new Error(`not in the text: ${quote}`);
  return {
    id: `https://example.org/claim/${quote} ${subject ?? ''} ${object ?? ''}`,
    path: `claim/${quote} ${subject ?? ''} ${object ?? ''}`,
    subject: arg(text, subject),
    relation: 'supports',
    object: arg(text, object),
    modality: 'asserted',
    attributed_to: speakers.map((one) => arg(text, one)),
    publisher: null,
    document: { id: 'd', path: 'document/d', name: 'd', title: null, date: null, publisher: null, url: null, language: 'ar' },
    evidence: { start: evidence.start, end: evidence.end, quote },
    before: '',
    after: '',
    place: null,
    date: null,
    confidence: 0.9,
    rule: 'ar.supported-by',
    extractor: 'rules/0.6',
  };
}
