import { classLabel, relation, store } from '../../api/known';
import type { Cell } from '../../api/types';
import { language } from '../../i18n/language';
import { number } from '../../i18n/words';
import { keeping } from '../../shell/filters';
import { Name } from '../../shared/Name';
import { Outside, safeAddress } from '../../shared/Outside';
import { RelationLabel } from '../../shared/RelationLabel';
import type { Labels } from './handover';
import { query } from './messages';
import { ONTOLOGY, pathOf, prefixes, shortened } from './terms';

/** One value of an answer, as text or a link and never as markup. */
export function CellView({ cell, labels }: { cell: Cell; labels: Labels }) {
  if (cell === null) return <span class="unbound" aria-hidden="true" />;
  if ('path' in cell) return <Name of={'class' in cell && typeof cell.class === 'string' ? { ...cell, type: cell.class } : cell} />;
  if (cell.type === 'iri') return <Iri iri={cell.value} labels={labels} />;
  const { value } = cell;
  if (typeof value === 'boolean') return <>{query(value ? 'yes' : 'no')}</>;
  if (typeof value === 'number') return <>{number(value)}</>;
  return (
    <bdi class="literal" dir="auto">
      {value}
    </bdi>
  );
}

function Iri({ iri, labels }: { iri: string; labels: Labels }) {
  const base = store.value?.base ?? '';
  const path = pathOf(iri, base);
  const found = labels.get(iri);
  const label = (language.value === 'ar' ? found?.label_ar : null) ?? found?.label;
  const short = shortened(iri, prefixes(base));
  if (path !== null)
    return (
      <a class="name" href={keeping(`/${path}`)} title={iri}>
        {label === undefined ? <bdi class="iri">{short}</bdi> : <bdi>{label}</bdi>}
      </a>
    );
  if (iri.startsWith(ONTOLOGY)) {
    const name = iri.slice(ONTOLOGY.length);
    if (relation(name)) return <RelationLabel name={name} />;
    const known = classLabel(name);
    return <bdi title={iri}>{known === name ? (label ?? short) : known}</bdi>;
  }
  const text = <bdi class={label === undefined ? 'iri' : undefined}>{label ?? short}</bdi>;
  return safeAddress(iri) === null ? <span title={iri}>{text}</span> : <Outside url={iri}>{text}</Outside>;
}
