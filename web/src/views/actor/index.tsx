import './actor.css';

import { useAsked } from '../../api/asked';
import { entity } from '../../api/calls';
import { nameOf } from '../../shared/Name';
import { Answered } from '../../shared/State';
import { parameters } from '../../shell/place';
import { useTitle } from '../../shell/title';
import type { ViewProps } from '../registry';
import { Dossier } from './Dossier';
import { Profile } from './Profile';

/** The page of an actor or a place; with `?dossier` all of it, laid out for paper. */
export default function ActorView({ id }: ViewProps) {
  const asked = useAsked(id, (signal) => entity(id, signal));
  useTitle(asked.answer ? nameOf(asked.answer) : asked.problem && id);
  const dossier = parameters.value.has('dossier');
  return (
    <>
      {!asked.answer && (
        <h1 class="unseen">
          <bdi>{id}</bdi>
        </h1>
      )}
      <Answered asked={asked}>{(of) => (dossier ? <Dossier of={of} /> : <Profile of={of} />)}</Answered>
    </>
  );
}
