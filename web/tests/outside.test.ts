import { expect, test } from 'vitest';

import { safeAddress } from '../src/shared/Outside';

test('addresses of the web may be followed', () => {
  for (const url of ['https://example.org/a?b=c#d', 'HTTP://example.org/%D8%AD']) expect(safeAddress(url)).toBe(url);
});

test('nothing else may', () => {
  const others = ['javascript:alert(1)', ' javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '//example.org', '/x', '', 'https://a b', 'vbscript:x'];
  for (const url of [null, ...others]) expect(safeAddress(url)).toBeNull();
});
