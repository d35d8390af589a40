import { useEffect, useId, useRef, useState } from 'preact/hooks';

import { useAsked } from '../api/asked';
import { search } from '../api/calls';
import { classesAbove, classLabel } from '../api/known';
import type { Found, Kind } from '../api/types';
import { announce } from '../shell/announce';
import { KindIcon, shapeOf } from './KindIcon';
import { shared } from './messages';
import { nameOf } from './Name';
import { Showing } from './Showing';

interface Props {
  readonly label: string;
  readonly onChoose: (found: Found) => void;
  readonly kind?: Kind | 'any';
  /** What stands in it at first, for forms that hold a choice already. */
  readonly value?: string;
  readonly autofocus?: boolean;
  /** Whether the text stays after a choice, as a form's field does; otherwise it is cleared. */
  readonly keep?: boolean;
}

const DELAY = 120;

/** A field that finds actors and places while one types, by any of their names, in any script. */
export function EntityBox({ label, onChoose, kind = 'any', value = '', autofocus = false, keep = false }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [wanted, setWanted] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  /** What was typed when Enter was pressed before its names were there: the first of them is chosen as they come. */
  const hasty = useRef<string | null>(null);

  useEffect(() => {
    setTyped(value);
  }, [value]);

  useEffect(() => {
    const later = setTimeout(() => {
      setWanted(typed.trim());
    }, DELAY);
    return () => {
      clearTimeout(later);
    };
  }, [typed]);

  useEffect(() => {
    if (autofocus) field.current?.focus();
  }, [autofocus]);

  const asked = useAsked(open && wanted ? `${kind} ${wanted}` : null, async (signal) => ({ to: wanted, ...(await search(wanted, { kind, limit: 12 }, signal)) }));
  const items = open && wanted ? (asked.answer?.items ?? []) : [];
  const count = items.length;

  useEffect(() => {
    setActive(count ? 0 : -1);
    const [first] = items;
    if (asked.answer && asked.answer.to === hasty.current) {
      hasty.current = null;
      if (first) {
        choose(first);
        return;
      }
    }
    if (open && wanted && asked.answer) announce(count ? shared('found', { n: count }) : shared('typeMore'));
    // Only a new answer is announced.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [asked.answer]);

  useEffect(() => {
    if (active >= 0) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, id]);

  const choose = (found: Found) => {
    hasty.current = null;
    setTyped(keep ? nameOf(found) : '');
    setWanted('');
    setOpen(false);
    onChoose(found);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const chosen = items[active];
    const text = typed.trim();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      hasty.current = null;
      setOpen(true);
      if (count) setActive((active + (event.key === 'ArrowDown' ? 1 : count - 1)) % count);
    } else if (event.key === 'Enter' && text && (open || !keep)) {
      event.preventDefault();
      if (asked.answer?.to === text) {
        if (chosen) choose(chosen);
        return;
      }
      hasty.current = text;
      setWanted(text);
      setOpen(true);
    } else if (event.key === 'Escape') {
      hasty.current = null;
      if (open && typed) event.preventDefault();
      if (!open) setTyped('');
      setOpen(false);
    }
  };

  const shown = open && wanted !== '' && asked.answer !== null && !asked.problem;
  return (
    <div class="entity-box">
      <label class="unseen" for={`${id}-field`}>
        {label}
      </label>
      <input
        id={`${id}-field`}
        ref={field}
        type="search"
        role="combobox"
        // An empty field would be read as one from left to right, with its hint at the wrong end.
        dir={typed ? 'auto' : undefined}
        list={undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder={label}
        aria-autocomplete="list"
        aria-expanded={shown && count > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
        value={typed}
        onInput={(event) => {
          hasty.current = null;
          setTyped(event.currentTarget.value);
          setOpen(true);
        }}
        onFocus={() => {
          if (!keep) setOpen(true);
        }}
        onBlur={() => {
          hasty.current = null;
          setOpen(false);
        }}
        onKeyDown={onKeyDown}
      />
      <div class="offers" hidden={!shown || count === 0}>
        <ul id={`${id}-list`} role="listbox" aria-label={label}>
          {items.map((found, index) => (
            // The field keeps the focus and takes the keys, as the pattern of a combobox has it.
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events
            <li
              key={found.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onMouseDown={(event) => {
                event.preventDefault();
              }}
              onMouseEnter={() => {
                setActive(index);
              }}
              onClick={() => {
                choose(found);
              }}
            >
              <Option found={found} />
            </li>
          ))}
        </ul>
        {asked.answer && count < asked.answer.total && (
          <p>
            <Showing shown={count} total={asked.answer.total} />
          </p>
        )}
      </div>
      {shown && count === 0 && <p class="none">{shared('typeMore')}</p>}
      {open && wanted !== '' && asked.problem && <p class="none">{asked.problem.detail ?? asked.problem.title}</p>}
    </div>
  );
}

function Option({ found }: { found: Found }) {
  const name = nameOf(found);
  return (
    <>
      <KindIcon shape={shapeOf(found.kind, classesAbove(found.type))} title={classLabel(found.type)} />
      <span class="option-name">
        <bdi>{name}</bdi>
        {found.match !== name && (
          <small>
            {shared('asNamed')} <bdi>{found.match}</bdi>
          </small>
        )}
      </span>
      <small class="option-count">
        {classLabel(found.type)} · {shared('claims', { n: found.claims })}
      </small>
    </>
  );
}
