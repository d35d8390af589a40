/** The views of the page: one line each. A view is fetched when it is first opened. */

import type { FunctionComponent } from 'preact';

export interface View {
  readonly name: string;
  /** Matches the paths that it shows; the first group, if there is one, is handed to it as `id`. */
  readonly path: RegExp;
  /** Where the navigation leads; null for views that are reached from others. */
  readonly entry: string | null;
  readonly load: () => Promise<{ default: FunctionComponent<ViewProps> }>;
}

export interface ViewProps {
  /** What the path names: `actor/hezbollah`, `document/0123…`; empty for views that show no one thing. */
  readonly id: string;
}

export const views: readonly View[] = [
  { name: 'search', path: /^\/$/, entry: '/', load: () => import('./search/index') },
  { name: 'reading', path: /^\/((?:document|claim)\/[^/]+)$/, entry: null, load: () => import('./reading/index') },
  { name: 'link', path: /^\/link$/, entry: null, load: () => import('./link/index') },
  { name: 'actor', path: /^\/((?:actor|place)\/.+)$/, entry: null, load: () => import('./actor/index') },
  { name: 'network', path: /^\/network$/, entry: '/network', load: () => import('./network/index') },
  { name: 'conflicts', path: /^\/conflicts$/, entry: '/conflicts', load: () => import('./conflicts/index') },
  { name: 'map', path: /^\/map$/, entry: '/map', load: () => import('./map/index') },
  { name: 'timeline', path: /^\/timeline$/, entry: '/timeline', load: () => import('./timeline/index') },
  { name: 'documents', path: /^\/documents$/, entry: '/documents', load: () => import('./documents/index') },
  { name: 'query', path: /^\/query$/, entry: '/query', load: () => import('./query/index') },
];

export function routeOf(path: string): { view: View; id: string } | null {
  for (const view of views) {
    const match = view.path.exec(path);
    if (match) return { view, id: decoded(match[1] ?? '') };
  }
  return null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
