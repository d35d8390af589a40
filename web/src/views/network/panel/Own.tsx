import { useState } from 'preact/hooks';

import { Name } from '../../../shared/Name';
import { ModalityBadge } from '../../../shared/ModalityBadge';
import { RelationLabel } from '../../../shared/RelationLabel';
import { Showing } from '../../../shared/Showing';
import { seenLinks } from '../knowledge';
import { network } from '../messages';
import { linkKey } from '../model/links';
import { chosen, pointed } from '../session';

const FIRST = 30;

/** A node's links on the canvas; each is pointed out in the picture while the pointer or the focus is on it. */
export function Own({ id }: { id: string }) {
  const [most, setMost] = useState(FIRST);
  const own = seenLinks.value.filter((link) => link.subject.id === id || link.object.id === id);
  if (own.length === 0) return null;
  return (
    <section>
      <h3>{network('onCanvas')}</h3>
      <ul class="net-own">
        {own.slice(0, most).map((link) => {
          const key = linkKey(link);
          const point = () => {
            pointed.value = { kind: 'line', key };
          };
          const leave = () => {
            pointed.value = null;
          };
          return (
            <li key={key}>
              <button
                type="button"
                class="plain"
                onMouseEnter={point}
                onFocus={point}
                onMouseLeave={leave}
                onBlur={leave}
                onClick={() => {
                  chosen.value = { kind: 'line', key };
                }}
              >
                <span>
                  <Name of={link.subject} link={false} icon={false} /> <RelationLabel name={link.relation} />{' '}
                  <Name of={link.object} link={false} icon={false} />{' '}
                  {link.modality !== 'asserted' && <ModalityBadge modality={link.modality} />}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {own.length > most && (
        <p>
          <Showing shown={most} total={own.length} />{' '}
          <button
            type="button"
            onClick={() => {
              setMost(most + FIRST * 3);
            }}
          >
            {network('more')}
          </button>
        </p>
      )}
    </section>
  );
}
