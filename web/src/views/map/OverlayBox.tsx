import { signal } from '@preact/signals';
import { useId, useState } from 'preact/hooks';

import { map } from './messages';
import { LARGEST, OverlayError, readOverlay, type Overlay } from './overlay';

/** The reader's own layer; it stays while the page is open, and is kept nowhere. */
export const overlay = signal<Overlay | null>(null);

const FAULTS = { tooLarge: 'tooLarge', noJson: 'noJson', noGeoJson: 'noGeoJson', badCoordinates: 'badCoordinates', tooMany: 'tooMany' } as const;

/** Opens a GeoJSON file, and takes its layer away again. */
export function OverlayBox() {
  const id = useId();
  const [fault, setFault] = useState<string | null>(null);
  const shown = overlay.value;
  const open = async (file: File) => {
    try {
      if (file.size > LARGEST) throw new OverlayError('tooLarge');
      overlay.value = readOverlay(file.name, await file.text());
      setFault(null);
    } catch (error) {
      setFault(map('badFile', { name: file.name, why: error instanceof OverlayError ? map(FAULTS[error.fault]) : String(error) }));
    }
  };
  return (
    <details class="overlay-box">
      <summary>{map('overlay')}</summary>
      <p class="quiet">{map('overlayHelp')}</p>
      <label class="button" for={id}>
        {map('choose')}
      </label>
      <input
        id={id}
        class="unseen"
        type="file"
        accept=".geojson,.json,application/geo+json,application/json"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) void open(file);
        }}
      />
      {fault !== null && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      {shown && (
        <p role="status">
          {map('drawn', { name: shown.name, n: shown.features.length })}{' '}
          <button
            type="button"
            onClick={() => {
              overlay.value = null;
            }}
          >
            {map('remove')}
          </button>
        </p>
      )}
    </details>
  );
}
