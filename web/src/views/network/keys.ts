import type { RefObject } from 'preact';

import { announce } from '../../shell/announce';
import { nameOf } from '../../shared/Name';
import { collapseNode, expandNode, ALL, pinNode, removeNode } from './actions';
import { seenDegrees } from './knowledge';
import { network } from './messages';
import type { Stage } from './picture/stage';
import { nextInDirection, type Way } from './picture/steps';
import { canvas, chosen, doAgain, takeBack } from './session';

const WAYS: Readonly<Record<string, Way>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

/** The keys of the picture. */
export function useKeys(stage: RefObject<Stage | null>): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.altKey || !stage.current) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'z' && event.key.toLowerCase() !== 'y') return;
      event.preventDefault();
      if (event.key.toLowerCase() === 'y' || event.shiftKey) doAgain();
      else takeBack();
      return;
    }
    if (act(event, stage.current)) event.preventDefault();
  };
}

function act(event: KeyboardEvent, stage: Stage): boolean {
  const current = chosen.value?.kind === 'node' ? chosen.value.key : null;
  const way = WAYS[event.key];
  if (way && event.shiftKey) {
    stage.pan(way === 'left' ? -0.1 : way === 'right' ? 0.1 : 0, way === 'up' ? 0.1 : way === 'down' ? -0.1 : 0);
    return true;
  }
  if (way) {
    const next = nextInDirection(stage.onScreen(), current, way);
    if (next) go(next, stage);
    return true;
  }
  switch (event.key) {
    case '+':
    case '=':
      stage.zoom(1 / 1.4);
      return true;
    case '-':
      stage.zoom(1.4);
      return true;
    case '0':
      stage.fit();
      return true;
    case 'Escape':
      chosen.value = null;
      return true;
    default:
      return current !== null && actOn(event.key, current);
  }
}

function actOn(key: string, id: string): boolean {
  switch (key) {
    case 'e':
      void expandNode(id, ALL);
      return true;
    case 'c':
      collapseNode(id);
      return true;
    case 'p':
      pinNode(id, !canvas.value.nodes.get(id)?.pinned);
      return true;
    case 'Delete':
    case 'Backspace':
      removeNode(id);
      return true;
    case 'Enter':
      document.getElementById('net-panel')?.focus();
      return true;
    default:
      return false;
  }
}

function go(id: string, stage: Stage): void {
  chosen.value = { kind: 'node', key: id };
  stage.reveal(id);
  const node = canvas.value.nodes.get(id);
  if (node) announce(`${nameOf(node.named)}, ${network('linksHere', { n: seenDegrees.value.get(id) ?? 0 })}`);
}
