import type { ComponentChildren } from 'preact';

import { shared } from './messages';

/** Whether an address may be led to: http and https only. */
export function safeAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\/[^\s"<>]+$/i.test(url) ? url : null;
}

/** A link to another site; text alone where the address is none that may be followed. */
export function Outside({ url, children }: { url: string | null; children: ComponentChildren }) {
  const safe = safeAddress(url);
  if (safe === null) return <span>{children}</span>;
  return (
    <a class="outside" href={safe} target="_blank" rel="noreferrer noopener" title={shared('opensOutside')}>
      {children}
    </a>
  );
}
