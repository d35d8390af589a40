import type { Entity } from '../../api/types';
import { number } from '../../i18n/words';
import { sourceName } from '../../shared/FilterBar';
import { keeping } from '../../shell/filters';
import { actor } from './messages';

/** Who speaks of it, and how often. */
export function Sources({ of }: { of: Entity }) {
  if (of.sources.length === 0) return null;
  return (
    <section>
      <h2>{actor('sources')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{actor('source')}</th>
            <th scope="col" class="number">
              {actor('documents')}
            </th>
            <th scope="col" class="number">
              {actor('claims')}
            </th>
          </tr>
        </thead>
        <tbody>
          {of.sources.map((source) => (
            <tr key={source.id ?? source.name}>
              <td>
                {source.path === null ? (
                  <bdi>{sourceName(source)}</bdi>
                ) : (
                  <a class="name" href={keeping(`/${source.path}`)}>
                    <bdi>{sourceName(source)}</bdi>
                  </a>
                )}
              </td>
              <td class="number">{number(source.documents)}</td>
              <td class="number">{number(source.claims)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
