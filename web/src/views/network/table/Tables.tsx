import { useState } from 'preact/hooks';

import { classLabel, relationLabel } from '../../../api/known';
import type { Link } from '../../../api/types';
import { date } from '../../../i18n/dates';
import { number } from '../../../i18n/words';
import { ModalityBadge } from '../../../shared/ModalityBadge';
import { Name, nameOf } from '../../../shared/Name';
import { RelationLabel } from '../../../shared/RelationLabel';
import { shared } from '../../../shared/messages';
import { ALL, expandNode, removeNode } from '../actions';
import { hiddenLinks, seenDegrees, seenLinks } from '../knowledge';
import { network } from '../messages';
import type { Placed } from '../model/canvas';
import { linkKey } from '../model/links';
import { canvas, chosen, pointed } from '../session';
import { SortedTable, type Column } from './SortedTable';

/** The same network as two tables, for those who do not use the picture, or cannot. */
export function Tables() {
  const [which, setWhich] = useState<'links' | 'nodes'>('links');
  const nodes = [...canvas.value.nodes.values()];
  const links = seenLinks.value;
  return (
    <section class="net-tables" aria-label={network('table')}>
      <div class="net-switch" role="group" aria-label={network('table')}>
        <button
          type="button"
          aria-pressed={which === 'links'}
          onClick={() => {
            setWhich('links');
          }}
        >
          {network('tableLinks', { n: links.length })}
        </button>
        <button
          type="button"
          aria-pressed={which === 'nodes'}
          onClick={() => {
            setWhich('nodes');
          }}
        >
          {network('tableNodes', { n: nodes.length })}
        </button>
      </div>
      {which === 'links' ? <Links links={links} /> : <Nodes nodes={nodes} />}
    </section>
  );
}

function Links({ links }: { links: readonly Link[] }) {
  const columns: readonly Column<Link>[] = [
    { name: 'subject', label: network('column_subject'), value: (link) => nameOf(link.subject), cell: (link) => <Name of={link.subject} /> },
    {
      name: 'relation', label: shared('relation'), value: (link) => relationLabel(link.relation),
      cell: (link) => (
        <button
          type="button"
          class="plain net-cell"
          onClick={() => {
            chosen.value = { kind: 'line', key: linkKey(link) };
          }}
        >
          <RelationLabel name={link.relation} />
        </button>
      ),
    },
    { name: 'object', label: network('column_object'), value: (link) => nameOf(link.object), cell: (link) => <Name of={link.object} /> },
    {
      name: 'modality', label: shared('modality'), value: (link) => shared(link.modality ?? 'inferred'),
      cell: (link) => (
        <>
          <ModalityBadge modality={link.modality} /> {link.contradicted && <span class="net-contradicted">{shared('contradicted')}</span>}
        </>
      ),
    },
    { name: 'documents', label: network('column_documents'), number: true, value: (link) => link.documents, cell: (link) => number(link.documents) },
    { name: 'voices', label: network('column_voices'), number: true, value: (link) => link.voices, cell: (link) => number(link.voices) },
    { name: 'earliest', label: network('column_earliest'), value: (link) => link.earliest, cell: (link) => link.earliest && date(link.earliest) },
    { name: 'latest', label: network('column_latest'), value: (link) => link.latest, cell: (link) => link.latest && date(link.latest) },
  ];
  return (
    <SortedTable
      caption={network('tableLinks', { n: links.length })}
      columns={columns}
      rows={links}
      keyOf={linkKey}
      first={{ column: 'documents', down: true }}
      current={chosen.value?.key ?? null}
      onPoint={(key) => {
        pointed.value = key === null ? null : { kind: 'line', key };
      }}
    />
  );
}

function Nodes({ nodes }: { nodes: readonly Placed[] }) {
  const links = seenDegrees.value;
  const columns: readonly Column<Placed>[] = [
    {
      name: 'name', label: network('column_name'), value: ({ named }) => nameOf(named),
      cell: ({ named }) => (
        <button
          type="button"
          class="plain net-cell"
          onClick={() => {
            chosen.value = { kind: 'node', key: named.id };
          }}
        >
          <Name of={named} link={false} />
        </button>
      ),
    },
    { name: 'type', label: network('column_type'), value: ({ named }) => classLabel(named.type), cell: ({ named }) => classLabel(named.type) },
    { name: 'links', label: network('column_links'), number: true, value: ({ named }) => links.get(named.id) ?? 0, cell: ({ named }) => number(links.get(named.id) ?? 0) },
    { name: 'hidden', label: network('column_hidden'), number: true, value: ({ named }) => hiddenLinks(named.id), cell: ({ named }) => number(hiddenLinks(named.id)) },
    {
      name: 'actions', label: network('actions'), value: () => null,
      cell: ({ named }) => (
        <span class="net-actions">
          <button
            type="button"
            aria-label={`${network('expand')}: ${nameOf(named)}`}
            onClick={() => {
              void expandNode(named.id, ALL);
            }}
          >
            {network('expand')}
          </button>
          <button
            type="button"
            aria-label={`${network('remove')}: ${nameOf(named)}`}
            onClick={() => {
              removeNode(named.id);
            }}
          >
            {network('remove')}
          </button>
        </span>
      ),
    },
  ];
  return (
    <SortedTable
      caption={network('tableNodes', { n: nodes.length })}
      columns={columns}
      rows={nodes}
      keyOf={({ named }) => named.id}
      first={{ column: 'links', down: true }}
      current={chosen.value?.key ?? null}
      onPoint={(key) => {
        pointed.value = key === null ? null : { kind: 'node', key };
      }}
    />
  );
}
