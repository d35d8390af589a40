import './map.css';

import { useMemo } from 'preact/hooks';

import { useAsked } from '../../api/asked';
import { EntityFilter } from '../../shared/EntityFilter';
import { FilterBar } from '../../shared/FilterBar';
import { Answered } from '../../shared/State';
import { useWidth } from '../../shared/useWidth';
import { narrowing, narrowingKey } from '../../shell/filters';
import { parameters, setParameters } from '../../shell/place';
import { useTitle } from '../../shell/title';
import { Chart, type Located } from './Chart';
import { ClaimsHere } from './ClaimsHere';
import { everyPlace, type Places } from './everyPlace';
import { land } from './land';
import { map } from './messages';
import { overlay, OverlayBox } from './OverlayBox';
import { PlaceTable } from './PlaceTable';
import { fitted, readView, writeView, zoomed, type View } from './view';

/** Where something is said to have been done. */
export default function MapView() {
  useTitle(map('title'));
  const entity = parameters.value.get('entity');
  const asked = useAsked(`places ${entity ?? ''} ${narrowingKey.value}`, (signal) =>
    everyPlace(entity === null ? {} : { entity }, narrowing.value, signal),
  );
  return (
    <div class="map-view">
      <h1>{map('title')}</h1>
      <p class="lead">{map('lead')}</p>
      <EntityFilter label={map('entity')} kind="actor" />
      <FilterBar only={['relation', 'modality', 'source', 'since', 'until']} />
      <Answered asked={asked}>{(answer) => <Found answer={answer} entity={entity} />}</Answered>
    </div>
  );
}

function Found({ answer, entity }: { answer: Places; entity: string | null }) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const background = useAsked('land', land);
  const located = useMemo(() => answer.items.filter(isLocated), [answer]);
  const unplaced = answer.items.filter((one) => !isLocated(one));
  const chosen = parameters.value.get('place');
  const open = answer.items.find(({ place }) => place.path === chosen);
  const height = Math.round(Math.min(Math.max(width * 0.66, 320), 620));
  const whole = useMemo(() => fitted(located.map(({ long, lat }) => [long, lat]), width, height), [located, width, height]);
  const named = parameters.value.get('at');
  const view = useMemo(() => readView(named) ?? whole, [named, whole]);
  const show = (next: View | null) => {
    setParameters({ at: next && writeView(next) }, { replace: true });
  };
  const choose = (place: string | null) => {
    setParameters({ place });
  };
  return (
    <div class="map-columns">
      <div class="map-side">
        <div class="map-frame" ref={frame}>
          {width > 0 && (
            <>
              <Chart
                places={located}
                land={background.answer}
                overlay={overlay.value}
                view={view}
                width={width}
                height={height}
                chosen={chosen}
                onView={show}
                onChoose={choose}
              />
              <div class="map-buttons">
                <button type="button" aria-label={map('zoomIn')} title={map('zoomIn')} onClick={() => { show(zoomed(view, 0.75, width, height)); }}>
                  +
                </button>
                <button type="button" aria-label={map('zoomOut')} title={map('zoomOut')} onClick={() => { show(zoomed(view, -0.75, width, height)); }}>
                  −
                </button>
                <button type="button" disabled={named === null} onClick={() => { show(null); }}>
                  {map('fit')}
                </button>
              </div>
            </>
          )}
        </div>
        <p class="quiet map-notes">{map(background.problem ? 'noBorders' : 'borders')}</p>
        <p class="quiet map-notes">{map('keys')}</p>
        {answer.items.length < answer.total && <p class="notice">{map('cut', { shown: answer.items.length, total: answer.total })}</p>}
        <OverlayBox />
      </div>
      <div class="map-lists">
        {open && (
          <ClaimsHere
            key={open.place.id}
            of={open}
            entity={entity}
            onClose={() => {
              choose(null);
            }}
          />
        )}
        {answer.total === 0 && <p class="notice">{map('none')}</p>}
        {located.length > 0 && (
          <section aria-labelledby="placed">
            <h2 id="placed">{map('places', { n: located.length })}</h2>
            <PlaceTable places={located} chosen={chosen} onChoose={choose} />
          </section>
        )}
        {unplaced.length > 0 && (
          <section aria-labelledby="unplaced">
            <h2 id="unplaced">{map('unplaced', { n: unplaced.length })}</h2>
            <PlaceTable places={unplaced} chosen={chosen} onChoose={choose} />
          </section>
        )}
      </div>
    </div>
  );
}

function isLocated(one: Places['items'][number]): one is Located {
  return one.lat !== null && one.long !== null;
}
