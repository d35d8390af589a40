import { unsteered } from '../i18n/isolate';

/** What a document is called: its title, else the last part of the name under which it was read. */
export function documentTitle(of: { title: string | null; name: string }): string {
  return unsteered(of.title ?? (of.name.split(/[/\\]/).at(-1) || of.name));
}
