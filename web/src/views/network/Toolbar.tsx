import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';

import { EntityBox } from '../../shared/EntityBox';
import { addNode, clear, forgetPath, layOutAnew, openFile } from './actions';
import { Menu } from './Menu';
import { network } from './messages';
import { redoable, undoable } from './model/history';
import { FORMATS, write } from './output/exporting';
import type { Stage } from './picture/stage';
import { bundled, canvas, doAgain, history, layingOut, takeBack, type StepName } from './session';

export type Shown = 'picture' | 'both' | 'table';

interface Props {
  readonly stage: RefObject<Stage | null>;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
  readonly drawable: boolean;
}

export function Toolbar({ stage, shown, onShow, drawable }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const before = undoable(history.value) as StepName | null;
  const after = redoable(history.value) as StepName | null;
  const empty = canvas.value.nodes.size === 0;
  const picture = shown !== 'table';
  return (
    <div class="net-bar" ref={bar} role="group" aria-label={network('tools')}>
      <EntityBox label={network('addField')} onChoose={addNode} />
      <span class="net-group">
        <button type="button" disabled={before === null} title={before === null ? undefined : network(before)} aria-keyshortcuts="Control+Z" onClick={takeBack}>
          <span aria-hidden="true" class="net-flip">↶</span> {network('undo')}
        </button>
        <button type="button" disabled={after === null} title={after === null ? undefined : network(after)} aria-keyshortcuts="Control+Y" onClick={doAgain}>
          <span aria-hidden="true" class="net-flip">↷</span> {network('redo')}
        </button>
      </span>
      {picture && (
        <span class="net-group">
          <button type="button" aria-label={network('zoomIn')} title={network('zoomIn')} onClick={() => stage.current?.zoom(1 / 1.4)}>
            <span aria-hidden="true">+</span>
          </button>
          <button type="button" aria-label={network('zoomOut')} title={network('zoomOut')} onClick={() => stage.current?.zoom(1.4)}>
            <span aria-hidden="true">−</span>
          </button>
          <button type="button" onClick={() => stage.current?.fit()}>
            {network('fit')}
          </button>
          <button type="button" disabled={empty || layingOut.value !== null} onClick={layOutAnew}>
            {network('layout')}
          </button>
          <button
            type="button"
            aria-pressed={bundled.value}
            title={network('bundleHelp')}
            onClick={() => {
              bundled.value = !bundled.value;
            }}
          >
            {network('bundleAll')}
          </button>
        </span>
      )}
      {canvas.value.lit.length > 0 && (
        <button type="button" onClick={forgetPath}>
          {network('unlight')}
        </button>
      )}
      <span class="net-group net-end">
        {drawable && <Choice shown={shown} onShow={onShow} />}
        <Menu label={network('export')} disabled={empty}>
          {FORMATS.map((format) => (
            <button key={format} type="button" role="menuitem" onClick={() => void write(format, bar.current ?? document.body)}>
              {network(format)}
            </button>
          ))}
        </Menu>
        <FileMenu empty={empty} />
      </span>
    </div>
  );
}

function FileMenu({ empty }: { empty: boolean }) {
  const field = useRef<HTMLInputElement>(null);
  const beside = useRef(false);
  const choose = (merging: boolean) => {
    beside.current = merging;
    field.current?.click();
  };
  return (
    <>
      <input
        ref={field}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label={network('open')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) void openFile(file, { beside: beside.current });
        }}
      />
      <Menu label={network('canvas')}>
        <button type="button" role="menuitem" disabled={empty} onClick={() => void write('json', document.body)}>
          {network('save')}
        </button>
        <button type="button" role="menuitem" onClick={() => { choose(false); }}>
          {network('open')}
        </button>
        <button type="button" role="menuitem" onClick={() => { choose(true); }}>
          {network('merge')}
        </button>
        <button type="button" role="menuitem" disabled={empty} onClick={clear}>
          {network('clear')}
        </button>
      </Menu>
    </>
  );
}

function Choice({ shown, onShow }: Pick<Props, 'shown' | 'onShow'>) {
  return (
    <span class="net-switch" role="group" aria-label={network('show')}>
      {(['picture', 'both', 'table'] as const).map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={shown === one}
          onClick={() => {
            onShow(one);
          }}
        >
          {network(`show_${one}`)}
        </button>
      ))}
    </span>
  );
}
