import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import type { View, ViewProps } from '../views/registry';
import { shell } from './messages';

type Shown = { view: View; component: FunctionComponent<ViewProps> } | { view: View; failed: true } | null;

const fetched = new Map<View, FunctionComponent<ViewProps>>();

/** Fetches a view when it is first opened, and shows it. */
export function Stage({ view, id }: { view: View; id: string }) {
  const known = fetched.get(view);
  const [shown, setShown] = useState<Shown>(null);
  useEffect(() => {
    if (fetched.has(view)) return;
    let wanted = true;
    view.load().then(
      (module) => {
        fetched.set(view, module.default);
        if (wanted) setShown({ view, component: module.default });
      },
      () => {
        if (wanted) setShown({ view, failed: true });
      },
    );
    return () => {
      wanted = false;
    };
  }, [view]);

  const Component = known ?? (shown && shown.view === view && 'component' in shown ? shown.component : null);
  if (Component) return <Component id={id} />;
  if (shown && shown.view === view && 'failed' in shown)
    return (
      <div class="notice bad" role="alert">
        <h1>{shell('notLoaded')}</h1>
        <p>{shell('notLoadedHelp')}</p>
      </div>
    );
  return <p class="waiting">{shell('loading')}</p>;
}
