import { useEffect, useRef, useState } from 'preact/hooks';

/** The width that an element has, and where to put it; 0 until it is seen. */
export function useWidth<E extends Element>() {
  const place = useRef<E>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const seen = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width));
    });
    seen.observe(element);
    return () => {
      seen.disconnect();
    };
  }, []);
  return [place, width] as const;
}
