import { keeping } from '../shell/filters';

/** The page of a link: all claims that say it, or how it follows. */
export function linkAddress(link: { subject: { path: string }; relation: string; object: { path: string } }): string {
  return keeping('/link', { subject: link.subject.path, relation: link.relation, object: link.object.path });
}
