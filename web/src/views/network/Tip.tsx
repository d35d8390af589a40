import { useLayoutEffect, useRef } from 'preact/hooks';

import { relationLabel } from '../../api/known';
import { span } from '../../i18n/dates';
import { shared } from '../../shared/messages';
import { nameOf } from '../../shared/Name';
import { network } from './messages';
import type { Spot } from './model/canvas';
import type { Drawing } from './picture/drawing';
import { lineNamed, type Pointed } from './picture/emphasis';

const MOST = 6;

/** What is under the pointer, in words. */
export function Tip({ at, pointed, drawing }: { at: Spot; pointed: Pointed; drawing: Drawing }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const own = box.current;
    const room = own?.parentElement;
    if (!own || !room) return;
    own.style.left = `${Math.max(4, Math.min(at.x + 14, room.clientWidth - own.offsetWidth - 4))}px`;
    own.style.top = `${Math.max(4, Math.min(at.y + 14, room.clientHeight - own.offsetHeight - 4))}px`;
  }, [at.x, at.y, pointed.key]);
  const line = pointed.kind === 'line' ? lineNamed(drawing, pointed.key) : undefined;
  const node = pointed.kind === 'node' ? drawing.nodes.get(pointed.key) : undefined;
  if (!line && !node) return null;
  return (
    <div class="net-tip" ref={box} aria-hidden="true">
      {node && (
        <p>
          <strong>
            <bdi>{nameOf(node.node.named)}</bdi>
          </strong>
          <br />
          {network('linksHere', { n: node.degree })}
          {node.hidden > 0 && <> · {network('linksHidden', { n: node.hidden })}</>}
        </p>
      )}
      {line?.links.slice(0, MOST).map((link) => (
        <p key={`${link.relation} ${link.modality ?? ''} ${link.subject.id}`}>
          <bdi>{nameOf(link.subject)}</bdi> <em>{relationLabel(link.relation)}</em> <bdi>{nameOf(link.object)}</bdi>
          <br />
          <span class="quiet">
            {shared(link.modality ?? 'inferred')}
            {link.documents > 0 && <> · {shared('documents', { n: link.documents })}</>}
            {link.earliest !== null && link.latest !== null && <> · {span(link.earliest, link.latest)}</>}
            {link.contradicted && <> · {shared('contradicted')}</>}
          </span>
        </p>
      ))}
      {line && line.links.length > MOST && <p class="quiet">{network('andMore', { n: line.links.length - MOST })}</p>}
    </div>
  );
}
