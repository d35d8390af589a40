import { modalityDefinition } from '../api/known';
import type { Modality } from '../api/types';
import { shared } from './messages';

/** How surely something is said; null stands for what is inferred and not said. Told apart by word and sign, not by colour alone. */
export function ModalityBadge({ modality }: { modality: Modality | null }) {
  const name = modality ?? 'inferred';
  return (
    <span class={`badge modality-${name}`} title={modality ? modalityDefinition(modality) : undefined}>
      {shared(name)}
    </span>
  );
}
