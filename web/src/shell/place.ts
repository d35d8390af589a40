/** Where the reader is: path and parameters of the address, and the ways to change them. */

import { computed, signal } from '@preact/signals';

import { routeOf } from '../views/registry';

interface Place {
  readonly path: string;
  readonly search: string;
}

const here = (): Place => ({ path: location.pathname, search: location.search });

const place = signal<Place>(typeof location === 'undefined' ? { path: '/', search: '' } : here());

export const path = computed(() => place.value.path);
export const parameters = computed<URLSearchParams>(() => new URLSearchParams(place.value.search));

/** Goes to an address of this page, as a new step of the history or in place of the present one. */
export function go(address: string, { replace = false }: { replace?: boolean } = {}): void {
  const moved = new URL(address, location.href).pathname !== location.pathname;
  if (replace) history.replaceState(null, '', address);
  else {
    history.replaceState({ height: scrollY }, '');
    history.pushState(null, '', address);
  }
  place.value = here();
  if (moved) scrollTo(0, 0);
}

/** Changes parameters of the present address: null takes one out, a list repeats it. */
export function setParameters(
  changes: Readonly<Record<string, string | readonly string[] | null>>,
  options: { replace?: boolean } = {},
): void {
  go(withParameters(place.value.path, parameters.value, changes), options);
}

export function withParameters(
  to: string,
  from: URLSearchParams,
  changes: Readonly<Record<string, string | readonly string[] | null>>,
): string {
  const next = new URLSearchParams(from);
  for (const [name, value] of Object.entries(changes)) {
    next.delete(name);
    for (const one of value === null ? [] : typeof value === 'string' ? [value] : value) next.append(name, one);
  }
  const text = next.toString();
  return `${to}${text && '?'}${text}`;
}

/** Listens for back and forward, and takes clicks on links to views of this page. */
export function followHistory(): void {
  history.scrollRestoration = 'manual';
  addEventListener('popstate', (event) => {
    place.value = here();
    const state: unknown = event.state;
    scrollBack(typeof state === 'object' && state !== null && 'height' in state ? Number(state.height) : 0);
  });
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link?.href || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    const to = new URL(link.href);
    if (to.pathname === location.pathname && to.search === location.search && to.hash) return;
    if (!routeOf(to.pathname)) return;
    event.preventDefault();
    go(to.pathname + to.search + to.hash);
  });
}

/** Scrolls to where the reader was, as soon as what stood there has come. */
function scrollBack(height: number, frames = 90): void {
  scrollTo(0, height);
  if (Math.abs(scrollY - height) > 1 && frames > 0)
    requestAnimationFrame(() => {
      scrollBack(height, frames - 1);
    });
}
