/** Keeps the canvas, the address, the links and the layout in step with each other. */

import { signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';

import { isAbort } from '../../api/client';
import { store } from '../../api/known';
import { narrowing, narrowingKey } from '../../shell/filters';
import { parameters, setParameters } from '../../shell/place';
import { countLinks, linksAmong, named, wordsOf } from './asking';
import { network } from './messages';
import { read, same, write } from './model/address';
import { add, EMPTY, pin, place } from './model/canvas';
import { degrees } from './model/links';
import { layOutCanvas } from './picture/layingOut';
import { radiusOf } from './picture/looks';
import { canvas, chosen, complain, found, layingOut, layoutWanted, settle, take, totals } from './session';

/** More nodes than these are not asked how many links they have. */
const MOST_COUNTED = 120;

/** Brings what an address names onto the canvas, and writes the canvas into the address. */
export function useAddress(): void {
  const search = parameters.value.toString();
  useEffect(() => {
    const wanted = read(parameters.value);
    const further = parameters.value.getAll('add').flatMap((text) => text.split(',')).filter(Boolean);
    const present = canvas.peek();
    const kept = wanted.paths.length === 0 || same(wanted, present);
    if (kept && further.length === 0) {
      record();
      return;
    }
    const control = new AbortController();
    const base = kept ? present : EMPTY;
    named([...(kept ? [] : wanted.paths), ...further], control.signal).then(
      ({ known, unknown }) => {
        if (control.signal.aborted) return;
        const ids = new Map(known.map((one) => [one.path, one.id]));
        const spots = new Map([...wanted.spots].flatMap(([path, at]) => [[ids.get(path) ?? path, at] as const]));
        const pinned = [...wanted.pinned].map((path) => ids.get(path) ?? path);
        take(pin(place(add(base, known), spots), pinned, true), 'step_address');
        const [only] = known;
        // Who comes from an actor's page sees at once what can be expanded.
        if (only && known.length === 1 && !chosen.peek()) chosen.value = { kind: 'node', key: only.id };
        if (unknown.length) complain(network('unknown', { n: unknown.length, names: unknown.slice(0, 5).join(', ') }));
        record();
      },
      (error: unknown) => {
        if (!isAbort(error)) complain(wordsOf(error));
      },
    );
    return () => {
      control.abort();
    };
  }, [search]);

  const present = canvas.value;
  useEffect(() => {
    const wanted = read(parameters.peek());
    // While an address is still being read, it is not written over.
    if (present.nodes.size > 0 || wanted.paths.length === 0) record();
  }, [present]);
}

function record(): void {
  const { ids, at, pinned } = write(canvas.peek());
  const now = parameters.peek();
  if (now.get('ids') === ids && now.get('at') === at && now.get('pinned') === pinned && !now.has('add')) return;
  setParameters({ ids, at, pinned, add: null }, { replace: true });
}

/** Asks for the links among all nodes whenever there are others, or the filters or the store have changed. */
export function useLinks(): boolean {
  const { nodes } = canvas.value;
  const ids = useMemo(() => [...nodes.keys()].sort(), [nodes]);
  const list = ids.join('\n');
  const key = `${narrowingKey.value} ${store.value?.revision ?? ''}`;
  const awaited = `${key} ${list}`;
  useEffect(() => {
    if (list === '') {
      found.value = { links: [], missing: 0, unknown: [] };
      return;
    }
    const control = new AbortController();
    linksAmong(list.split('\n'), narrowing.value, control.signal).then(
      (answer) => {
        if (control.signal.aborted) return;
        found.value = answer;
        answered.value = awaited;
      },
      (error: unknown) => {
        if (control.signal.aborted || isAbort(error)) return;
        answered.value = awaited;
        found.value = { links: [], missing: 0, unknown: [] };
        complain(wordsOf(error));
      },
    );
    return () => {
      control.abort();
    };
  }, [awaited, list]);
  return list === '' || answered.value === awaited;
}

/** The question that `found` answers. */
const answered = signal('');

/** Asks how many links nodes have that are not on the canvas. */
export function useTotals(ready: boolean): void {
  const { nodes } = canvas.value;
  const key = `${narrowingKey.value} ${store.value?.revision ?? ''}`;
  const list = !ready || nodes.size > MOST_COUNTED ? '' : [...nodes.keys()].join('\n');
  useEffect(() => {
    totals.value = new Map();
  }, [key]);
  useEffect(() => {
    const strangers = new Set(found.peek().unknown);
    const open = list.split('\n').filter((id) => id !== '' && !totals.peek().has(id) && !strangers.has(id));
    if (open.length === 0) return;
    const control = new AbortController();
    const counted = new Map<string, number>();
    const tell = () => {
      totals.value = new Map([...totals.peek(), ...counted]);
    };
    const telling = setInterval(tell, 300);
    countLinks(open, narrowing.value, control.signal, (id, total) => counted.set(id, total))
      .catch(() => undefined)
      .finally(() => {
        clearInterval(telling);
        if (!control.signal.aborted) tell();
      });
    return () => {
      clearInterval(telling);
      control.abort();
    };
  }, [list, key]);
}

/** Lays out when links are known and some node has no place yet, or when the reader asks for it. */
export function useLayout(ready: boolean, onSpots: (spots: ReadonlyMap<string, { x: number; y: number }>) => void): void {
  const { nodes } = canvas.value;
  const wanted = layoutWanted.value;
  const open = [...nodes].filter(([, node]) => !node.at).map(([id]) => id).join('\n');
  useEffect(() => {
    if (!ready || (open === '' && wanted === null)) return;
    const present = canvas.peek();
    const { links } = found.peek();
    const all = [...present.kept, ...links];
    const degree = degrees(all);
    layingOut.value = 0;
    const running = layOutCanvas(present, all, (id) => radiusOf(degree.get(id) ?? 0, present.nodes.size), { anew: wanted === 'anew' }, (spots, done, final) => {
      layingOut.value = final ? null : done;
      if (!final) {
        onSpots(spots);
        return;
      }
      layoutWanted.value = null;
      // What was moved by hand meanwhile stays where the hand left it.
      const now = canvas.peek();
      const free = new Map([...spots].filter(([id]) => now.nodes.get(id)?.at === present.nodes.get(id)?.at));
      if (wanted === 'anew') take(place(now, free), 'step_layout');
      else settle(place(now, free));
    });
    return () => {
      running.cancel();
      layingOut.value = null;
    };
    // A layout begins anew only where nodes without a place are others.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ready, open, wanted]);
}
