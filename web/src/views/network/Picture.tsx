import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import { language } from '../../i18n/language';
import { theme } from '../../theme/theme';
import { moveNode, openNode } from './actions';
import { useDrawing } from './knowledge';
import { useKeys } from './keys';
import { Legend } from './Legend';
import { network } from './messages';
import type { Spot } from './model/canvas';
import { paletteOf, type Palette } from './picture/palette';
import { Stage } from './picture/stage';
import { canvas, chosen, pathFrom, pointed } from './session';
import { Tip } from './Tip';

/** The drawn network. Everything that can be done on it can be done from the panel and the table too. */
export function Picture({ stage }: { stage: RefObject<Stage | null> }) {
  const box = useRef<HTMLDivElement>(null);
  const holder = useRef<HTMLDivElement>(null);
  const [palette, setPalette] = useState<Palette | null>(null);
  const [tip, setTip] = useState<Spot | null>(null);
  const keys = useKeys(stage);

  // The font of both scripts must be there before names are drawn, or they would be drawn in another.
  const now = `${theme()} ${language.value}`;
  useEffect(() => {
    let wanted = true;
    const take = () => {
      if (wanted && box.current) setPalette(paletteOf(box.current));
    };
    const { fontFamily } = box.current ? getComputedStyle(box.current) : { fontFamily: 'sans-serif' };
    Promise.all([document.fonts.load(`500 13px ${fontFamily}`, 'Aa'), document.fonts.load(`500 13px ${fontFamily}`, 'حزب')]).then(take, take);
    return () => {
      wanted = false;
    };
  }, [now]);

  useEffect(() => {
    if (!holder.current || !palette) return;
    const made = new Stage(holder.current, {
      onNode: (id) => {
        chosen.value = { kind: 'node', key: id };
      },
      onLine: (key) => {
        chosen.value = { kind: 'line', key };
      },
      onNothing: () => {
        if (pathFrom.value === null) chosen.value = null;
      },
      onOpen: openNode,
      onPoint: (next, at) => {
        pointed.value = next;
        setTip(at);
      },
      onMoved: moveNode,
    });
    stage.current = made;
    const watch = new ResizeObserver(() => {
      made.resize();
    });
    watch.observe(holder.current);
    return () => {
      watch.disconnect();
      stage.current = null;
      made.end();
    };
    // The stage is made once; colours reach it with each drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [palette === null, stage]);

  const drawing = useDrawing(palette);
  useEffect(() => {
    if (drawing) stage.current?.show(drawing);
  }, [drawing, stage]);
  const { value: choice } = chosen;
  useEffect(() => {
    stage.current?.choose(choice);
  }, [choice, drawing, stage]);
  const { value: point } = pointed;
  useEffect(() => {
    stage.current?.point(point);
    if (!point) setTip(null);
  }, [point, drawing, stage]);

  const count = canvas.value.nodes.size;
  return (
    // A picture that is worked on by keys is an application to a screen reader; the table beside it is not.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      class="net-picture"
      ref={box}
      role="application"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={network('pictureOf', { n: count })}
      aria-describedby="net-keys"
      onKeyDown={keys}
      onContextMenu={(event) => {
        event.preventDefault();
      }}
    >
      <div class="net-stage" ref={holder} />
      <p class="unseen" id="net-keys">
        {network('keys')}
      </p>
      {drawing && <Legend drawing={drawing} />}
      {tip && point && drawing && <Tip at={tip} pointed={point} drawing={drawing} />}
    </div>
  );
}
