import { useEffect, useRef } from 'preact/hooks';

import { language } from '../../i18n/language';

interface Props {
  readonly label: string;
  /** Where it stands, in pixels from the left. */
  readonly at: number;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** How far Page Up and Page Down go. */
  readonly year: number;
  readonly text: string;
  readonly onValue: (value: number) => void;
}

/** One end of the period, for those who choose it by keyboard. */
export function Handle({ label, at, value, least, most, year, text, onValue }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.style.setProperty('left', `${at}px`);
  }, [at]);
  return (
    <div
      ref={place}
      class="handle"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={value}
      aria-valuetext={text}
      title={`${label}: ${text}`}
      onKeyDown={(event) => {
        const forward = language.value === 'ar' ? 'ArrowLeft' : 'ArrowRight';
        const steps: Readonly<Record<string, number>> = {
          ArrowUp: 1,
          ArrowDown: -1,
          ArrowRight: forward === 'ArrowRight' ? 1 : -1,
          ArrowLeft: forward === 'ArrowLeft' ? 1 : -1,
          PageUp: year,
          PageDown: -year,
          Home: -Infinity,
          End: Infinity,
        };
        const step = steps[event.key];
        if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        onValue(Math.min(Math.max(value + step, least), most));
      }}
    />
  );
}
