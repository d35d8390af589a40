/** Offsets of the server count code points; those of a JavaScript string count UTF-16 units. */
export class Offsets {
  /** For each character that takes two units, how many code points stand before it. */
  readonly #wide: readonly number[];
  readonly length: number;

  constructor(text: string) {
    const wide: number[] = [];
    let points = 0;
    for (let unit = 0; unit < text.length; unit++, points++) {
      const code = text.charCodeAt(unit);
      const next = text.charCodeAt(unit + 1);
      if (code >= 0xd800 && code < 0xdc00 && next >= 0xdc00 && next < 0xe000) {
        wide.push(points);
        unit++;
      }
    }
    this.#wide = wide;
    this.length = points;
  }

  /** Where in the string the code point of this number begins. Beyond the text: at its end. */
  unit(point: number): number {
    const within = Math.min(Math.max(point, 0), this.length);
    let low = 0;
    let high = this.#wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#wide[middle] ?? 0) < within) low = middle + 1;
      else high = middle;
    }
    return within + low;
  }
}
