import { useAsked } from '../../api/asked';
import { links, sources } from '../../api/calls';
import type { Link, Source } from '../../api/types';
import { sourceName } from '../../shared/FilterBar';
import { linkAddress } from '../../shared/linkAddress';
import { shared } from '../../shared/messages';
import { Name } from '../../shared/Name';
import { RelationLabel } from '../../shared/RelationLabel';
import { keeping } from '../../shell/filters';
import { search } from './messages';

const MOST = 8;

/** For those who come without a name: what most documents say, and who says most. */
export function WaysIn() {
  const most = useAsked('most', (signal) => links({}, {}, { limit: MOST }, signal));
  const voices = useAsked('voices', (signal) => sources({}, { limit: MOST }, signal));
  return (
    <div class="ways-in">
      {most.answer && most.answer.total > 0 && (
        <section>
          <h2>{search('mostSaid')}</h2>
          <ul>
            {most.answer.items.map((link) => (
              <LinkItem key={`${link.subject.id} ${link.relation} ${link.object.id}`} link={link} />
            ))}
          </ul>
        </section>
      )}
      {voices.answer && voices.answer.total > 0 && (
        <section>
          <h2>{search('whoSays')}</h2>
          <ul>
            {voices.answer.items.map((source) => (
              <SourceItem key={source.id ?? source.name} source={source} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function LinkItem({ link }: { link: Link }) {
  return (
    <li>
      <span>
        <Name of={link.subject} /> <RelationLabel name={link.relation} /> <Name of={link.object} />
      </span>
      <a class="count" href={linkAddress(link)}>
        {shared('documents', { n: link.documents })}
      </a>
    </li>
  );
}

function SourceItem({ source }: { source: Source }) {
  const name = <bdi>{sourceName(source)}</bdi>;
  return (
    <li>
      {source.path === null ? (
        name
      ) : (
        <a class="name" href={keeping(`/${source.path}`)}>
          {name}
        </a>
      )}
      <a class="count" href={keeping('/documents', { source: source.id ?? source.name })}>
        {shared('documents', { n: source.documents })}
      </a>
    </li>
  );
}
