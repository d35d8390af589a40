import { relation, relationLabel } from '../api/known';

/** A relation in the reader's language; friendly and hostile ones carry a sign of their own. */
export function RelationLabel({ name }: { name: string }) {
  const known = relation(name);
  const tone = known?.hostile ? 'hostile' : known?.friendly ? 'friendly' : 'plain';
  return (
    <span class={`relation relation-${tone}`} title={known?.definition}>
      {relationLabel(name)}
    </span>
  );
}
