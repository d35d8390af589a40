import { geoPath } from 'd3-geo';
import { useMemo, useRef, useState } from 'preact/hooks';

import type { PlaceWithEvents } from '../../api/types';
import { isolate } from '../../i18n/isolate';
import { language } from '../../i18n/language';
import { shared } from '../../shared/messages';
import { nameOf } from '../../shared/Name';
import { boxOf, placed, type Box, type Label } from './labels';
import { countryName, type Land } from './land';
import { map } from './messages';
import { asFeature, type Overlay } from './overlay';
import { pulled, type Finger, type Pull } from './pull';
import { moved, projectionOf, seenAfter, zoomed, type View } from './view';

export interface Located extends PlaceWithEvents {
  readonly lat: number;
  readonly long: number;
}

interface Props {
  readonly places: readonly Located[];
  readonly land: Land | null;
  readonly overlay: Overlay | null;
  readonly view: View;
  readonly width: number;
  readonly height: number;
  readonly chosen: string | null;
  readonly onView: (view: View | null) => void;
  readonly onChoose: (place: string) => void;
}

const STEP = 60;
const LEAST = 4;
const GREATEST = 26;
const LABELS = 60;
const CLICK = 4;

/** The map: background, the reader's own layer, and a circle for each place. */
export function Chart({ places, land, overlay, view, width, height, chosen, onView, onChoose }: Props) {
  const fingers = useRef(new Map<number, Finger>());
  const pinched = useRef(false);
  const [pull, setPull] = useState<Pull | null>(null);
  const projection = useMemo(() => projectionOf(view, width, height), [view, width, height]);
  const most = places.reduce((best, { claims }) => Math.max(best, claims), 1);
  const radius = (claims: number) => LEAST + (GREATEST - LEAST) * Math.sqrt(claims / most);
  const circles = useMemo(
    () =>
      places.flatMap((one) => {
        const at = projection([one.long, one.lat]);
        return at && at[0] > -40 && at[0] < width + 40 && at[1] > -40 && at[1] < height + 40 ? [{ one, x: at[0], y: at[1] }] : [];
      }),
    [places, projection, width, height],
  );
  const rtl = language.value === 'ar';
  const candidates: readonly Label[] = circles.slice(0, LABELS).map(({ one, x, y }) => ({
    text: nameOf(one.place),
    x: x + (rtl ? -1 : 1) * (radius(one.claims) + 4),
    y: y + 4,
    anchor: rtl ? 'end' : 'start',
    size: 12.5,
  }));
  const names = placed(candidates, width, height);
  const taken: readonly Box[] = [
    ...names.map(boxOf),
    ...circles.slice(0, LABELS).map(({ one, x, y }) => {
      const r = radius(one.claims);
      return { left: x - r, right: x + r, top: y - r, bottom: y + r };
    }),
  ];

  return (
    // A map that is moved by keys, as the pattern of an application has it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      class={`chart ${pull ? 'pulled' : ''}`}
      role="application"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={map('plot', { n: places.length })}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const pulls: Readonly<Record<string, readonly [number, number]>> = {
          ArrowLeft: [STEP, 0],
          ArrowRight: [-STEP, 0],
          ArrowUp: [0, STEP],
          ArrowDown: [0, -STEP],
        };
        const by = pulls[event.key];
        if (by) onView(moved(view, by[0], by[1], width));
        else if (event.key === '+' || event.key === '=') onView(zoomed(view, 0.5, width, height));
        else if (event.key === '-') onView(zoomed(view, -0.5, width, height));
        else if (event.key === '0') onView(null);
        else return;
        event.preventDefault();
      }}
    >
      <svg
        width={width}
        height={height}
        aria-hidden="true"
        onWheel={(event) => {
          if (!event.ctrlKey && !event.metaKey) return;
          event.preventDefault();
          const box = event.currentTarget.getBoundingClientRect();
          onView(zoomed(view, -Math.sign(event.deltaY) * 0.25, width, height, [event.clientX - box.left, event.clientY - box.top]));
        }}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          const at = placeOf(event);
          if (pull) onView(seenAfter(view, pull, width, height));
          pinched.current = fingers.current.size > 0;
          fingers.current.set(event.pointerId, { from: at, to: at });
          // With one finger more, what is pulled begins anew from here.
          for (const [id, { to }] of fingers.current) fingers.current.set(id, { from: to, to });
          setPull(pulled(fingers.current));
        }}
        onPointerMove={(event) => {
          const finger = fingers.current.get(event.pointerId);
          if (!finger) return;
          fingers.current.set(event.pointerId, { ...finger, to: placeOf(event) });
          setPull(pulled(fingers.current));
        }}
        onPointerUp={(event) => {
          const done = pulled(fingers.current);
          fingers.current.delete(event.pointerId);
          for (const [id, { to }] of fingers.current) fingers.current.set(id, { from: to, to });
          setPull(pulled(fingers.current));
          if (!done) return;
          if (done.scale !== 1 || Math.hypot(done.to.x - done.from.x, done.to.y - done.from.y) > CLICK) {
            onView(seenAfter(view, done, width, height));
            return;
          }
          const hit = pinched.current ? null : nearest(done.to.x, done.to.y);
          if (hit) onChoose(hit.place.path);
        }}
        onPointerCancel={() => {
          fingers.current.clear();
          setPull(null);
        }}
        onDblClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          onView(zoomed(view, 1, width, height, [event.clientX - box.left, event.clientY - box.top]));
        }}
      >
        <g transform={pull ? `translate(${pull.to.x},${pull.to.y}) scale(${pull.scale}) translate(${-pull.from.x},${-pull.from.y})` : undefined}>
          {land && <Background land={land} view={view} width={width} height={height} taken={taken} />}
          {overlay && <Layer overlay={overlay} view={view} width={width} height={height} />}
          {circles.map(({ one, x, y }) => (
            <circle key={one.place.id} class={one.place.path === chosen ? 'spot chosen' : 'spot'} cx={x} cy={y} r={radius(one.claims)}>
              <title>{`${isolate(nameOf(one.place))}: ${shared('claims', { n: one.claims })}`}</title>
            </circle>
          ))}
          {names.map(({ text, x, y, anchor }) => (
            <text key={`${text} ${x} ${y}`} class="spot-name" x={x} y={y} text-anchor={anchor}>
              {isolate(text)}
            </text>
          ))}
        </g>
      </svg>
    </div>
  );

  /** The smallest circle under the pointer: large ones lie behind. */
  function nearest(x: number, y: number): Located | null {
    const hits = circles.filter((at) => Math.hypot(at.x - x, at.y - y) <= Math.max(radius(at.one.claims), 8));
    return hits.length ? hits.reduce((a, b) => (b.one.claims <= a.one.claims ? b : a)).one : null;
  }
}

function placeOf(event: { readonly clientX: number; readonly clientY: number; readonly currentTarget: Element }): { readonly x: number; readonly y: number } {
  const box = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

interface Drawn {
  readonly view: View;
  readonly width: number;
  readonly height: number;
}

function Background({ land, view, width, height, taken }: Drawn & { land: Land; taken: readonly Box[] }) {
  const drawn = useMemo(() => {
    const path = geoPath(projectionOf(view, width, height));
    const labels = land.countries.features.flatMap((country) => {
      const [[left, top], [right, bottom]] = path.bounds(country);
      const [x, y] = path.centroid(country);
      const text = countryName(country);
      if (!Number.isFinite(x) || right - left < text.length * 8 || bottom - top < 24) return [];
      return [{ text, x, y, anchor: 'middle', size: 12, area: path.area(country) } as const];
    });
    return {
      land: path(land.countries) ?? '',
      borders: path(land.borders) ?? '',
      names: [...labels].sort((a, b) => b.area - a.area),
    };
    // The names follow the language.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [land, view, width, height, language.value]);
  return (
    <>
      <path class="land" d={drawn.land} />
      <path class="borders" d={drawn.borders} />
      {placed(drawn.names, width, height, taken).map(({ text, x, y }) => (
        <text key={text} class="country" x={x} y={y} text-anchor="middle">
          {isolate(text)}
        </text>
      ))}
    </>
  );
}

function Layer({ overlay, view, width, height }: Drawn & { overlay: Overlay }) {
  const shapes = useMemo(() => {
    const path = geoPath(projectionOf(view, width, height)).pointRadius(5);
    return overlay.features.flatMap(({ name, geometry }) => {
      const d = path(asFeature(geometry));
      return d ? [{ name, d, filled: /Polygon|Point/.test(geometry.type) }] : [];
    });
  }, [overlay, view, width, height]);
  return (
    <>
      {shapes.map(({ name, d, filled }, index) => (
        <path key={index} class={filled ? 'own filled' : 'own'} d={d}>
          {name !== null && <title>{isolate(name)}</title>}
        </path>
      ))}
    </>
  );
}
