/** Sets the SPARQL editor up. Fetched with it, when it is first shown. */

import '@zazuko/yasqe/build/yasqe.min.css';
import './editor.css';

import { Yasqe } from '@zazuko/yasqe';

interface State {
  readonly OK: boolean;
  readonly possibleCurrent?: readonly string[];
  readonly queryType?: string;
}

interface Token {
  readonly string: string;
  readonly state: State;
}

/** What of the library is used here; its own types need packages of types that it does not bring along. */
interface Yasqe5 {
  getValue(): string;
  setValue(text: string): void;
  focus(): void;
  refresh(): void;
  destroy(): void;
  on(event: 'changes', heed: () => void): void;
  lineCount(): number;
  getLine(line: number): string;
  getTokenAt(at: { line: number; ch: number }, precise: boolean): Token;
  getCompleteToken(): Token;
  getWrapperElement(): HTMLElement;
}

interface Maker {
  new (parent: HTMLElement, settings: object): Yasqe5;
  defaults: { autocompleters: string[]; gutters: string[] };
  forkAutocompleter(from: string, made: object, enable: boolean): void;
  registerAutocompleter(made: object, enable: boolean): void;
}

const Made = Yasqe as unknown as Maker;

export interface Fault {
  readonly line: number;
  readonly expected: readonly string[];
}

export interface Editor {
  readonly set: (text: string) => void;
  readonly focus: () => void;
  readonly end: () => void;
}

interface Settings {
  readonly text: string;
  readonly label: string;
  readonly prefixes: Readonly<Record<string, string>>;
  /** Prefixed names that are offered while one types. */
  readonly terms: readonly string[];
  readonly onChange: (text: string, fault: Fault | null) => void;
  readonly onRun: () => void;
}

/**
 * An editor in `parent`. What the library could ask of other servers is off: prefixes come from here, its completers for classes and
 * properties are left out, and it runs no query itself.
 */
export function edit(parent: HTMLElement, { text, label, prefixes, terms, onChange, onRun }: Settings): Editor {
  const lines = Object.entries(prefixes).map(([prefix, iri]) => `${prefix}: <${iri}>`);
  Made.forkAutocompleter('prefixes', { name: 'own-prefixes', get: () => lines, persistenceId: null }, false);
  Made.registerAutocompleter(
    {
      name: 'own-terms',
      bulk: false,
      autoShow: true,
      isValidCompletionPosition: (editor: Yasqe5) => /^\w+:/.test(editor.getCompleteToken().string),
      get: (_: Yasqe5, token?: Token) => (token ? terms.filter((term) => term.startsWith(token.string) && term !== token.string) : []),
    },
    false,
  );
  // The constructor mixes its defaults with what it is given, place by place: only the defaults themselves can be shortened.
  Made.defaults.autocompleters = ['variables', 'own-prefixes', 'own-terms'];
  Made.defaults.gutters = ['CodeMirror-linenumbers'];
  const editor = new Made(parent, {
    value: text,
    persistenceId: null,
    prefixCcApi: null,
    createShareableLink: null,
    consumeShareLink: null,
    showQueryButton: false,
    resizeable: false,
    editorHeight: 'auto',
    // Its marks are markup with inline styles, which the page's policy forbids; the fault is told beneath the editor.
    syntaxErrorCheck: false,
    screenReaderLabel: label,
    // Lines are wrapped and never scroll sideways; a fixed gutter would be measured too early while the editor is not yet seen.
    fixedGutter: false,
    foldGutter: false,
    highlightSelectionMatches: null,
    requestConfig: { endpoint: '/sparql' },
    extraKeys: {
      'Ctrl-Enter': onRun,
      'Cmd-Enter': onRun,
      // Nobody may be caught in the editor who has no mouse.
      Tab: false,
      'Shift-Tab': false,
      'Ctrl-S': false,
      'Shift-Ctrl-F': false,
    },
  });
  const told = () => {
    onChange(editor.getValue(), faultOf(editor));
  };
  editor.on('changes', told);
  told();
  // What is hidden cannot be measured: once it is seen, and whenever its width changes, it measures itself anew.
  let width = 0;
  const seen = new ResizeObserver(([entry]) => {
    const now = entry?.contentRect.width ?? 0;
    if (now === width) return;
    width = now;
    requestAnimationFrame(() => {
      editor.refresh();
    });
  });
  seen.observe(parent);
  return {
    set: (next) => {
      if (next !== editor.getValue()) editor.setValue(next);
    },
    focus: () => {
      editor.focus();
    },
    end: () => {
      seen.disconnect();
      editor.destroy();
    },
  };
}

function faultOf(editor: Yasqe5): Fault | null {
  if (!editor.getValue().trim()) return null;
  for (let line = 0; line < editor.lineCount(); line += 1) {
    const { state } = editor.getTokenAt({ line, ch: editor.getLine(line).length }, true);
    if (!state.OK) return { line: line + 1, expected: (state.possibleCurrent ?? []).slice(0, 12) };
  }
  return null;
}
