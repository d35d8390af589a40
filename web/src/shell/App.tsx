import { useEffect, useRef } from 'preact/hooks';

import { routeOf } from '../views/registry';
import { Announcements, announce } from './announce';
import { Boundary } from './Boundary';
import { Header } from './Header';
import { shell } from './messages';
import { path } from './place';
import { Stage } from './Stage';
import { useTitle } from './title';

export function App() {
  const current = path.value;
  const route = routeOf(current);
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);

  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    // A new page: those who read by keyboard or ear begin at its start.
    main.current?.focus({ preventScroll: true });
    const naming = setTimeout(() => {
      announce(document.title);
    }, 400);
    return () => {
      clearTimeout(naming);
    };
  }, [current]);

  return (
    <>
      <a class="skip" href="#main">
        {shell('skip')}
      </a>
      <Header current={route?.view ?? null} />
      <main id="main" tabIndex={-1} ref={main}>
        <Boundary key={current}>{route ? <Stage view={route.view} id={route.id} /> : <Nowhere />}</Boundary>
      </main>
      <Announcements />
    </>
  );
}

function Nowhere() {
  useTitle(shell('nowhere'));
  return (
    <div class="notice">
      <h1>{shell('nowhere')}</h1>
      <p>{shell('nowhereHelp')}</p>
      <p>
        <a href="/">{shell('toSearch')}</a>
      </p>
    </div>
  );
}
