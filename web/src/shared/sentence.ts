const END = /[.!?؟۔\n]/;
const LAST_END = /^[\s\S]*[.!?؟۔\n]["'”»)\]]*\s*/;
const FIRST_END = /^[^.!?؟۔\n]*[.!?؟۔]?["'”»)\]]*/;

/**
 * Of the text round a quotation, what belongs to its sentence. Where the text that is known ends before the sentence does, an ellipsis stands.
 */
export function sentence(before: string, quote: string, after: string): { before: string; after: string } {
  const begun = before.replace(LAST_END, '');
  const ended = END.test(quote.trimEnd().slice(-1)) ? '' : (FIRST_END.exec(after)?.[0] ?? '');
  return {
    before: begun.length === before.length && before.length >= WINDOW ? `… ${fromWord(begun)}` : begun,
    after: ended.length === after.length && after.length >= WINDOW && !END.test(after.slice(-1)) ? `${upToWord(ended)} …` : ended,
  };
}

/** The text round a quotation as far as it is known, cut between words. */
export function surroundings(before: string, after: string): { before: string; after: string } {
  return {
    before: before.length >= WINDOW ? `… ${fromWord(before)}` : before,
    after: after.length >= WINDOW ? `${upToWord(after)} …` : after,
  };
}

/** The server sends up to 120 code points; fewer say that the text itself ends there. */
const WINDOW = 120;

const fromWord = (text: string) => text.replace(/^\S*\s/, '');
const upToWord = (text: string) => text.replace(/\s\S*$/, '');
