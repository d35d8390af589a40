/** Puts a text between U+2068 and U+2069, so that its direction does not reach what stands beside it: for canvas, titles and plain text. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
