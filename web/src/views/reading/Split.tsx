import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';

const KEY = 'rawabit.reading.width';
const LEAST = 20;
const MOST = 60;

/** Two panes side by side whose border can be moved, by pointer or arrow keys; the browser remembers where it stood. */
export function Split({ label, main, side }: { label: string; main: ComponentChildren; side: ComponentChildren }) {
  const frame = useRef<HTMLDivElement>(null);
  const [share, setShare] = useState(remembered);

  const set = (next: number) => {
    const within = Math.min(MOST, Math.max(LEAST, Math.round(next)));
    setShare(within);
    try {
      localStorage.setItem(KEY, String(within));
    } catch {
      // A browser that keeps nothing begins in the middle.
    }
  };
  const mirrored = () => getComputedStyle(document.documentElement).direction === 'rtl';

  const onPointerMove = (event: PointerEvent) => {
    const bounds = frame.current?.getBoundingClientRect();
    if (!bounds || !(event.currentTarget as Element).hasPointerCapture(event.pointerId)) return;
    const from = mirrored() ? event.clientX - bounds.left : bounds.right - event.clientX;
    set((from / bounds.width) * 100);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: 2, ArrowRight: -2 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    set(share + (mirrored() ? -step : step));
  };

  return (
    <div class="split" ref={frame} style={{ '--side': `${share}%` }}>
      <div class="split-main">{main}</div>
      {/* A border that can be moved is a focusable separator: https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/ */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        class="split-border"
        role="separator"
        aria-orientation="vertical"
        aria-label={label}
        aria-valuenow={share}
        aria-valuemin={LEAST}
        aria-valuemax={MOST}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={onPointerMove}
        onKeyDown={onKeyDown}
      />
      <div class="split-side">{side}</div>
    </div>
  );
}

function remembered(): number {
  try {
    const kept = Number(localStorage.getItem(KEY));
    return kept >= LEAST && kept <= MOST ? kept : 36;
  } catch {
    return 36;
  }
}
