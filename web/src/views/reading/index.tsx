import './reading.css';

import { useEffect } from 'preact/hooks';

import { useAsked } from '../../api/asked';
import { claim, document } from '../../api/calls';
import { claimAddress } from '../../shared/ClaimCard';
import { documentTitle } from '../../shared/documentTitle';
import { Answered } from '../../shared/State';
import { go } from '../../shell/place';
import { useTitle } from '../../shell/title';
import type { ViewProps } from '../registry';
import { Reading } from './Reading';

/** The reading view of a document, or of the document that states a claim. */
export default function ReadingView({ id }: ViewProps) {
  return id.startsWith('claim/') ? <ToClaim id={id} /> : <OfDocument id={id} />;
}

function OfDocument({ id }: ViewProps) {
  const asked = useAsked(id, (signal) => document(id, signal));
  useTitle(asked.answer ? documentTitle(asked.answer) : asked.problem && id);
  return (
    <>
      {!asked.answer && <h1 class="unseen">{id}</h1>}
      <Answered asked={asked}>{(answer) => <Reading document={answer} />}</Answered>
    </>
  );
}

function ToClaim({ id }: ViewProps) {
  const asked = useAsked(id, (signal) => claim(id, signal));
  useEffect(() => {
    if (asked.answer) go(claimAddress(asked.answer), { replace: true });
  }, [asked.answer]);
  return (
    <>
      <h1 class="unseen">{id}</h1>
      <Answered asked={asked}>{() => null}</Answered>
    </>
  );
}
