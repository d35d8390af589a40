import type { Link } from '../../../api/types';
import { seenLinks } from '../knowledge';
import { network } from '../messages';
import { linkKey } from '../model/links';
import { pairKey } from '../picture/bundles';
import { canvas, chosen, pathFrom } from '../session';
import { LinePanel } from './LinePanel';
import { NodePanel } from './NodePanel';
import { PathFinder } from './PathFinder';

/** Who or what is chosen: everything about it, and everything that can be done with it. */
export function Panel() {
  const choice = chosen.value;
  const node = choice?.kind === 'node' ? canvas.value.nodes.get(choice.key) : undefined;
  const links = choice?.kind === 'line' ? linksOf(choice.key, seenLinks.value) : [];
  return (
    <aside class="net-panel" id="net-panel" tabIndex={-1} aria-label={network('panel')}>
      {pathFrom.value !== null && <PathFinder from={pathFrom.value} />}
      {node && <NodePanel key={node.named.id} node={node} />}
      {links.length > 0 && choice && <LinePanel key={choice.key} links={links} />}
      {!node && links.length === 0 && pathFrom.value === null && <p class="quiet">{network('panelEmpty')}</p>}
    </aside>
  );
}

/** The link of this name, or all that one bundle stands for. */
function linksOf(key: string, links: readonly Link[]): readonly Link[] {
  return links.filter((link) => linkKey(link) === key || pairKey(link) === key);
}
