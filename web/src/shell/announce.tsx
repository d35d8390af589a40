import { signal } from '@preact/signals';

const said = signal('');

/** Says something to those who use a screen reader, without moving the focus. */
export function announce(text: string): void {
  said.value = text;
}

export function Announcements() {
  return (
    <div class="unseen" role="status" aria-live="polite">
      {said.value}
    </div>
  );
}
