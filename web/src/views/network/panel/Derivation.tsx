import '../../link/link.css';

import { useAsked } from '../../../api/asked';
import { why } from '../../../api/calls';
import { store } from '../../../api/known';
import type { Link } from '../../../api/types';
import { Answered } from '../../../shared/State';
import { Derivation as Reasons } from '../../link/Derivation';

/** Why an inferred link holds: each rule with what it rests on, down to the sentences. */
export function Derivation({ link }: { link: Link }) {
  const triple = { subject: link.subject.id, relation: link.relation, object: link.object.id };
  const key = `why ${triple.subject} ${triple.relation} ${triple.object} ${store.value?.revision ?? ''}`;
  const asked = useAsked(key, (signal) => why(triple, signal));
  return <Answered asked={asked}>{(answer) => <Reasons why={answer} />}</Answered>;
}
