import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

import { network } from './messages';

const LEAST = 240;
const MOST = 900;
const width = signal(360);

/** The border between picture and panel, moved by hand or by the arrow keys. */
export function Divider() {
  const bar = useRef<HTMLDivElement>(null);
  const { value } = width;
  useEffect(() => {
    bar.current?.parentElement?.style.setProperty('--net-panel', `${value}px`);
  }, [value]);
  const towards = (event: KeyboardEvent) => (getComputedStyle(event.currentTarget as Element).direction === 'rtl' ? -1 : 1);
  return (
    // A separator that can be moved is a control, by its pattern.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      class="net-divider"
      ref={bar}
      role="separator"
      aria-orientation="vertical"
      aria-label={network('divider')}
      aria-valuenow={value}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={(event) => {
        const way = event.key === 'ArrowLeft' ? 1 : event.key === 'ArrowRight' ? -1 : 0;
        if (way === 0) return;
        event.preventDefault();
        width.value = bounded(value + way * towards(event) * 24);
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const room = event.currentTarget.parentElement?.getBoundingClientRect();
        if (!room) return;
        const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
        width.value = bounded(rtl ? event.clientX - room.left : room.right - event.clientX);
      }}
    />
  );
}

const bounded = (wanted: number): number => Math.round(Math.max(LEAST, Math.min(MOST, wanted)));
