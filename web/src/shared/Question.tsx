import type { Query } from '../api/types';
import { Worded, worded } from './Worded';

/** A prepared question in the reader's language, where its file has it. */
export function Question({ of }: { of: Query }) {
  return <Worded {...wording(of)} />;
}

export function questionOf(of: Query): string {
  return worded(wording(of));
}

const wording = ({ name, summary, summary_ar }: Query) => ({ en: summary || name, ar: summary_ar });
