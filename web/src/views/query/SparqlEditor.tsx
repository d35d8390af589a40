import { useEffect, useRef, useState } from 'preact/hooks';

import type { Editor, Fault } from './editing';
import { query } from './messages';

interface Props {
  readonly text: string;
  readonly prefixes: Readonly<Record<string, string>>;
  readonly terms: readonly string[];
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
}

/** A field for SPARQL with colours and completion; a plain one until, or where, that cannot be fetched. */
export function SparqlEditor({ text, prefixes, terms, onChange, onRun }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const plain = useRef<HTMLTextAreaElement>(null);
  const written = useRef(false);
  const [state, setState] = useState<'coming' | 'there' | 'missing'>('coming');
  const [fault, setFault] = useState<Fault | null>(null);
  // The editor is made once and calls what is there at the time.
  const heed = useRef({ onChange, onRun });
  const at = useRef({ text, prefixes, terms });
  useEffect(() => {
    heed.current = { onChange, onRun };
    at.current = { text, prefixes, terms };
  });

  useEffect(() => {
    let wanted = true;
    import('./editing').then(
      ({ edit }) => {
        if (!wanted || !place.current) return;
        editor.current = edit(place.current, {
          ...at.current,
          label: query('editor'),
          onChange: (next, found) => {
            setFault(found);
            heed.current.onChange(next);
          },
          onRun: () => {
            heed.current.onRun();
          },
        });
        written.current = document.activeElement === plain.current;
        setState('there');
      },
      () => {
        if (wanted) setState('missing');
      },
    );
    return () => {
      wanted = false;
      editor.current?.end();
      editor.current = null;
    };
  }, []);

  useEffect(() => {
    editor.current?.set(text);
  }, [text]);

  // Who writes already goes on writing.
  useEffect(() => {
    if (state === 'there' && written.current) editor.current?.focus();
  }, [state]);

  return (
    <div class="sparql-field">
      <div ref={place} class="sparql-editor" hidden={state !== 'there'} />
      {state !== 'there' && (
        <textarea
          ref={plain}
          dir="ltr"
          rows={14}
          spellcheck={false}
          aria-label={query('editor')}
          value={text}
          onInput={(event) => {
            onChange(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onRun();
          }}
        />
      )}
      <p class="quiet">
        {query(state === 'missing' ? 'editorPlain' : 'editorKeys')}
      </p>
      {fault && <SyntaxFault fault={fault} />}
    </div>
  );
}

function SyntaxFault({ fault: { line, expected } }: { fault: Fault }) {
  return (
    <p class="syntax-fault" role="status">
      {expected.length ? query('syntax', { line, expected: expected.join(' ') }) : query('syntaxPlain', { line })}
    </p>
  );
}
