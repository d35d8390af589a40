import { effect, signal } from '@preact/signals';

export type Theme = 'light' | 'dark';

const KEY = 'rawabit.theme';

function chosen(): Theme | null {
  try {
    const named = localStorage.getItem(KEY);
    return named === 'dark' || named === 'light' ? named : null;
  } catch {
    return null;
  }
}

const darkSystem = typeof matchMedia === 'undefined' ? null : matchMedia('(prefers-color-scheme: dark)');
const system = signal<Theme>(darkSystem?.matches ? 'dark' : 'light');
const choice = signal<Theme | null>(chosen());

/** What is shown: the reader's choice, else the system's. For pictures on canvas, which no style sheet reaches. */
export const theme = (): Theme => choice.value ?? system.value;

export function choose(next: Theme): void {
  choice.value = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // A browser that keeps nothing follows the system next time.
  }
}

export function followTheme(): void {
  darkSystem?.addEventListener('change', () => {
    system.value = darkSystem.matches ? 'dark' : 'light';
  });
  effect(() => {
    document.documentElement.dataset.theme = theme();
  });
}
