import type { Modality, Named } from '../api/types';
import { Name } from './Name';
import { RelationLabel } from './RelationLabel';

export type End = 'subject' | 'object';

interface Props {
  readonly subject: Named;
  readonly relation: string;
  readonly object: Named;
  /** Null where it is inferred: drawn dashed, as is what is in doubt; what is denied is crossed. */
  readonly modality: Modality | null;
  readonly symmetric?: boolean;
  /** Told which end the reader points at, and null when none. */
  readonly onPoint?: (end: End | null) => void;
}

/** A link as a small picture: who, an arrow with the relation, whom. */
export function LinkPicture({ subject, relation, object, modality, symmetric = false, onPoint }: Props) {
  const node = (end: End, of: Named) => (
    <span
      class={`link-end link-${end}`}
      onMouseEnter={() => onPoint?.(end)}
      onMouseLeave={() => onPoint?.(null)}
      onFocusIn={() => onPoint?.(end)}
      onFocusOut={() => onPoint?.(null)}
    >
      <Name of={of} />
    </span>
  );
  return (
    <div class={`link-picture line-${modality ?? 'inferred'} ${symmetric ? 'both-ways' : ''}`}>
      {node('subject', subject)}
      <span class="link-line">
        <RelationLabel name={relation} />
        <span class="arrow" aria-hidden="true" />
      </span>
      {node('object', object)}
    </div>
  );
}
