import { useEffect, useState } from 'preact/hooks';

import type { Link } from '../../../api/types';
import { EntityBox } from '../../../shared/EntityBox';
import { Name } from '../../../shared/Name';
import { RelationLabel } from '../../../shared/RelationLabel';
import { announce } from '../../../shell/announce';
import { seekPaths, showPath } from '../actions';
import { network } from '../messages';
import { linkKey } from '../model/links';
import { canvas, chosen, pathFrom } from '../session';

/** Seeks how two nodes are joined: the second is chosen in the picture, or by name. */
export function PathFinder({ from }: { from: string }) {
  const start = canvas.value.nodes.get(from)?.named;
  const [to, setTo] = useState<string | null>(null);
  const [paths, setPaths] = useState<readonly (readonly Link[])[] | null>(null);
  const picked = chosen.value?.kind === 'node' && chosen.value.key !== from ? chosen.value.key : null;
  useEffect(() => {
    if (picked !== null) setTo(picked);
  }, [picked]);
  useEffect(() => {
    if (to === null) return;
    let wanted = true;
    setPaths(null);
    void seekPaths(from, to).then((found) => {
      if (!wanted || !found) return;
      setPaths(found);
      announce(said(found.length));
      if (found[0]) showPath(found[0]);
    });
    return () => {
      wanted = false;
    };
  }, [from, to]);
  if (!start) return null;
  return (
    <section class="net-path" aria-label={network('path')}>
      <h2>{network.rich('pathFromWho', { name: <Name of={start} link={false} /> })}</h2>
      <p>{network('pathHelp')}</p>
      <EntityBox
        label={network('pathTo')}
        onChoose={(found) => {
          setTo(found.id);
        }}
      />
      {to !== null && paths === null && <p class="waiting">{network('seeking')}</p>}
      {paths && <p role="status">{said(paths.length)}</p>}
      <ol>
        {paths?.map((path) => (
          <li key={path.map(linkKey).join()}>
            <button
              type="button"
              class="plain"
              onClick={() => {
                showPath(path);
              }}
            >
              <Chain path={path} from={from} />
            </button>
          </li>
        ))}
      </ol>
      <button
        type="button"
        onClick={() => {
          pathFrom.value = null;
        }}
      >
        {network('done')}
      </button>
    </section>
  );
}

const said = (count: number): string => (count === 0 ? network('noPath') : network('pathsFound', { n: count }));

/** A path as a row of names; a link that is walked against its direction says so. */
function Chain({ path, from }: { path: readonly Link[]; from: string }) {
  let at = from;
  return (
    <span>
      {path.map((link, index) => {
        const forward = link.subject.id === at;
        const before = forward ? link.subject : link.object;
        const next = forward ? link.object : link.subject;
        at = next.id;
        return (
          <span key={linkKey(link)}>
            {index === 0 && <Name of={before} link={false} icon={false} />} <span aria-hidden="true">{forward ? '⟨' : '⟩'}</span>
            {!forward && <span class="unseen">{network('against')}</span>}
            <RelationLabel name={link.relation} />
            <span aria-hidden="true">{forward ? '⟩' : '⟨'}</span> <Name of={next} link={false} icon={false} />
          </span>
        );
      })}
    </span>
  );
}
