import type { Tie } from '../../../api/types';
import type { Filters } from '../../../shell/filters';

/** Whether links of a kind can be seen under the filters, as far as the kind tells: sources and dates narrow it further. */
export function tieVisible(tie: Tie, filters: Filters, isBelow: (relation: string, above: string) => boolean): boolean {
  if (filters.relation.length > 0 && !filters.relation.some((above) => isBelow(tie.relation, above))) return false;
  if (tie.inferred || tie.modality === null) return filters.inferred !== false;
  return filters.modality.length === 0 ? tie.modality === 'asserted' : filters.modality.includes(tie.modality);
}
