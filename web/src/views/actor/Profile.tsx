import type { Entity } from '../../api/types';
import { FilterBar } from '../../shared/FilterBar';
import { keeping } from '../../shell/filters';
import { Contradictions } from './Contradictions';
import { Facts } from './Facts';
import { Head } from './Head';
import { actor } from './messages';
import { Sources } from './Sources';
import { Ties } from './Ties';
import { When } from './When';

export function Profile({ of }: { of: Entity }) {
  return (
    <div class="actor-view">
      <div class="actor-top">
        <Head of={of} />
        <p class="ways no-print">
          <a class="button primary" href={keeping('/network', { ids: of.path })}>
            {actor('toNetwork')}
          </a>
          <a class="button" href={keeping('/documents', { entity: of.path })}>
            {actor('toDocuments')}
          </a>
          <a class="button" href={keeping('/map', { entity: of.path })}>
            {actor('toMap')}
          </a>
          <a class="button" href={keeping(`/${of.path}`, { dossier: '' })}>
            {actor('toDossier')}
          </a>
        </p>
      </div>
      <div class="actor-columns">
        <div>
          <h2>{actor('ties')}</h2>
          <p class="quiet">{actor('tiesHelp')}</p>
          <FilterBar />
          <Ties of={of} />
        </div>
        <aside>
          <Facts of={of} />
          <Contradictions of={of} />
          <When of={of} />
          <Sources of={of} />
        </aside>
      </div>
    </div>
  );
}
