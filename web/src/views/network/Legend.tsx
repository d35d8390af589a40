import { shared } from '../../shared/messages';
import { PATHS, type Shape } from '../../shared/KindIcon';
import { network } from './messages';
import type { Drawing } from './picture/drawing';
import { corners, DASHES, FIGURES, SHAPES, STROKES, type Stroke, type Tone } from './picture/looks';

/** On a small screen it is opened when it is wanted. */
const OPEN = typeof matchMedia === 'undefined' || !matchMedia('(width < 50rem)').matches;
const TONES: readonly Tone[] = ['hostile', 'friendly', 'plain'];

/** What the figures, strokes and colours of the picture mean: those that are on it. */
export function Legend({ drawing }: { drawing: Drawing }) {
  const shapes = new Set([...drawing.nodes.values()].map((node) => node.look.shape));
  const strokes = new Set<Stroke>([...drawing.lines.values()].map((line) => line.stroke));
  const marked = [...drawing.lines.values()].some((line) => line.look.mark);
  const pinned = [...drawing.nodes.values()].some((node) => node.node.pinned);
  const hidden = [...drawing.nodes.values()].some((node) => node.hidden > 0);
  return (
    <details class="net-legend" open={OPEN}>
      <summary>{network('legend')}</summary>
      <ul>
        {SHAPES.filter((shape) => shapes.has(shape)).map((shape) => (
          <li key={shape}>
            <NodeSign shape={shape} /> {network(`kind_${shape}`)}
          </li>
        ))}
      </ul>
      {strokes.size > 0 && (
        <ul>
          {STROKES.filter((stroke) => strokes.has(stroke)).map((stroke) => (
            <li key={stroke}>
              <LineSign stroke={stroke} tone="plain" /> {shared(stroke)}
            </li>
          ))}
          {TONES.map((tone) => (
            <li key={tone}>
              <LineSign stroke="asserted" tone={tone} /> {network(`tone_${tone}`)}
            </li>
          ))}
          {marked && (
            <li>
              <svg class="net-sign" viewBox="0 0 34 14" width="34" height="14" aria-hidden="true">
                <path d="M0 7h34" stroke="currentColor" stroke-width="1.5" />
                <path class="net-mark" d="M17 1 23 7 17 13 11 7zM17 4V10" />
              </svg>{' '}
              {shared('contradicted')}
            </li>
          )}
        </ul>
      )}
      {(pinned || hidden) && (
        <ul>
          {pinned && (
            <li>
              <span class="net-sign net-ring" aria-hidden="true" /> {network('pinned')}
            </li>
          )}
          {hidden && (
            <li>
              <span class="net-badge" dir="ltr" aria-hidden="true">
                +3
              </span>{' '}
              {network('badge')}
            </li>
          )}
        </ul>
      )}
    </details>
  );
}

function NodeSign({ shape }: { shape: Shape }) {
  const figure = FIGURES[shape];
  return (
    <svg class={`net-sign kind-${shape}`} viewBox="-10 -10 20 20" width="18" height="18" aria-hidden="true">
      {figure.sides === 0 ? <circle r="7" fill="currentColor" /> : <polygon points={corners(figure, 7).map((corner) => corner.join()).join(' ')} fill="currentColor" />}
      <path class="net-inner" d={PATHS[shape]} transform="translate(-4.4 -4.4) scale(0.55)" fill-rule="evenodd" />
    </svg>
  );
}

function LineSign({ stroke, tone }: { stroke: Stroke; tone: Tone }) {
  const dash = DASHES[stroke];
  return (
    <svg class={`net-sign net-tone-${tone}`} viewBox="0 0 34 14" width="34" height="14" aria-hidden="true">
      <path d="M1 7h26" stroke="currentColor" stroke-width="2" fill="none" stroke-dasharray={dash.length ? dash.join(' ') : undefined} />
      {stroke === 'denied' && <path d="M6 3v8M13 3v8M20 3v8" stroke="currentColor" stroke-width="2" />}
      <path d="M26 3l7 4-7 4z" fill="currentColor" />
    </svg>
  );
}
