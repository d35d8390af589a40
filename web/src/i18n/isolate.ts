/** Text of others beside our own: kept from reordering what stands round it. */

/** Marks, embeddings, overrides and isolates, which no name needs and with which one can be made to look like another. */
const STEERING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Of these, the marks are found in honest names too. */
const SPOOFING = /[\u202a-\u202e\u2066-\u2069]/;

/** Whether a text holds characters that would show it in another order than it is kept in. */
export function reorders(text: string): boolean {
  return SPOOFING.test(text);
}

/** The text without the characters that steer its direction: in the order in which it is kept. */
export function unsteered(text: string): string {
  return text.replace(STEERING, '');
}

/** Puts a text between U+2068 and U+2069, so that its direction does not reach what stands beside it: for canvas, titles and plain text. */
export function isolate(text: string): string {
  return `\u2068${unsteered(text)}\u2069`;
}
