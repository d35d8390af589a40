import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

/** A button that opens a short list of commands, by the pattern of a menu button. */
export function Menu({ label, disabled = false, children }: { label: string; disabled?: boolean; children: ComponentChildren }) {
  const id = useId();
  const box = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    if (!open) return;
    items(box.current)[0]?.focus();
    const away = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('focusin', away);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('focusin', away);
    };
  }, [open]);

  const onKeyDown = (event: KeyboardEvent) => {
    const all = items(box.current);
    const at = all.findIndex((one) => one === document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Escape') {
      setOpen(false);
      button.current?.focus();
    } else if (next !== undefined && all.length > 0) all[next % all.length]?.focus();
    else return;
    event.preventDefault();
  };

  return (
    // The keys are those of the commands inside.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <span class="net-menu" ref={box} onKeyDown={open ? onKeyDown : undefined}>
      <button
        type="button"
        ref={button}
        disabled={disabled}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {label} <span aria-hidden="true">▾</span>
      </button>
      {/* Whichever command is taken, the list closes. */}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events */}
      <div
        id={id}
        role="menu"
        tabIndex={-1}
        aria-label={label}
        hidden={!open}
        onClick={() => {
          setOpen(false);
          button.current?.focus();
        }}
      >
        {children}
      </div>
    </span>
  );
}

function items(box: HTMLElement | null): readonly HTMLElement[] {
  return [...(box?.querySelectorAll<HTMLElement>('[role="menuitem"]:not(:disabled)') ?? [])];
}
