/** The files that the canvas can be written to. */

import { language } from '../../../i18n/language';
import { nameOf } from '../../../shared/Name';
import { knowledge, seenDegrees, seenLinks } from '../knowledge';
import { network } from '../messages';
import { save } from '../model/file';
import { draw } from '../picture/drawing';
import { paletteOf } from '../picture/palette';
import { canvas, complain, say } from '../session';
import { linksCsv, nodesCsv } from './csv';
import { download } from './download';
import { gexf } from './gexf';
import { measuring, png } from './png';
import { sheet } from './sheet';
import { svg } from './svg';

export type Format = 'json' | 'png' | 'svg' | 'gexf' | 'csvLinks' | 'csvNodes';
export const FORMATS: readonly Exclude<Format, 'json'>[] = ['png', 'svg', 'gexf', 'csvLinks', 'csvNodes'];

/** Writes what is seen. What a format leaves out is counted and said. */
export async function write(format: Format, from: Element): Promise<void> {
  const nodes = [...canvas.value.nodes.values()];
  const links = seenLinks.value;
  try {
    const left = await WRITERS[format](from);
    const unplaced = format === 'json' ? 0 : nodes.filter((node) => !node.at).length;
    say(network(left > 0 ? LEFT[format] : 'exported', { n: left, nodes: nodes.length, links: links.length }) + (unplaced > 0 ? ` ${network('unplaced', { n: unplaced })}` : ''));
  } catch (error) {
    complain(network('exportFailed', { why: error instanceof Error ? error.message : String(error) }));
  }
}

const LEFT: Readonly<Record<Format, 'leftTexts' | 'leftLinks'>> = {
  json: 'leftLinks', png: 'leftTexts', svg: 'leftTexts', gexf: 'leftLinks', csvLinks: 'leftLinks', csvNodes: 'leftLinks',
};

/** Each writes its file and tells how much it had to leave out. */
const WRITERS: Readonly<Record<Format, (from: Element) => Promise<number> | number>> = {
  json: () => {
    download('rawabit-canvas.json', save(canvas.value, seenLinks.value), 'application/json');
    return 0;
  },
  png: async (from) => {
    const palette = paletteOf(from);
    const page = sheet(draw(canvas.value, seenLinks.value, knowledge(palette)), measuring(palette));
    download('rawabit-network.png', await png(page, palette));
    return page.left;
  },
  svg: (from) => {
    const palette = paletteOf(from);
    const page = sheet(draw(canvas.value, seenLinks.value, knowledge(palette)), measuring(palette));
    download('rawabit-network.svg', svg(page, palette, network('title'), language.value === 'ar' ? 'rtl' : 'ltr'), 'image/svg+xml');
    return page.left;
  },
  gexf: () => {
    const written = gexf([...canvas.value.nodes.values()], seenLinks.value, (node) => nameOf(node.named));
    download('rawabit-network.gexf', written.text, 'application/xml');
    return written.skipped.length;
  },
  csvLinks: () => {
    download('rawabit-links.csv', linksCsv(seenLinks.value), 'text/csv');
    return 0;
  },
  csvNodes: () => {
    download('rawabit-actors.csv', nodesCsv([...canvas.value.nodes.values()], (id) => seenDegrees.value.get(id) ?? 0), 'text/csv');
    return 0;
  },
};
