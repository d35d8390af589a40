import './network.css';

import { useCallback, useMemo, useRef, useState } from 'preact/hooks';

import { FilterBar } from '../../shared/FilterBar';
import { useTitle } from '../../shell/title';
import { Divider } from './Divider';
import { Empty } from './Empty';
import { useAddress, useLayout, useLinks, useTotals } from './following';
import { network } from './messages';
import { Panel } from './panel/Panel';
import { Picture } from './Picture';
import { canDraw, type Stage } from './picture/stage';
import { canvas } from './session';
import { Status } from './Status';
import { Tables } from './table/Tables';
import { Toolbar, type Shown } from './Toolbar';

/** The network: a canvas that grows from actor to actor, as a picture, as tables, or as both. */
export default function Network() {
  useTitle(network('title'));
  const stage = useRef<Stage | null>(null);
  const drawable = useMemo(canDraw, []);
  const [shown, setShown] = useState<Shown>(drawable ? 'picture' : 'table');
  const onSpots = useCallback((spots: ReadonlyMap<string, { x: number; y: number }>) => {
    stage.current?.move(spots);
  }, []);
  useAddress();
  const ready = useLinks();
  useTotals(ready);
  useLayout(ready, onSpots);
  const empty = canvas.value.nodes.size === 0;
  return (
    <div class="wide network">
      <h1 class="unseen">{network('title')}</h1>
      <Toolbar stage={stage} shown={shown} onShow={setShown} drawable={drawable} />
      <FilterBar />
      {!drawable && <p class="net-note">{network('noPicture')}</p>}
      {empty ? (
        <Empty />
      ) : (
        <div class={`net-body net-shows-${shown}`}>
          <div class="net-main">
            {shown !== 'table' && <Picture stage={stage} />}
            {shown !== 'picture' && <Tables />}
          </div>
          <Divider />
          <Panel />
        </div>
      )}
      <Status waiting={!ready} />
    </div>
  );
}
