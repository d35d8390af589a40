import { useEffect, useMemo, useState } from 'preact/hooks';

import type { Claim, ReadDocument } from '../../api/types';
import { date } from '../../i18n/dates';
import { ClaimCard, claimAddress } from '../../shared/ClaimCard';
import { documentTitle } from '../../shared/documentTitle';
import type { End } from '../../shared/LinkPicture';
import { shared } from '../../shared/messages';
import { Outside } from '../../shared/Outside';
import { announce } from '../../shell/announce';
import { parameters, setParameters } from '../../shell/place';
import { Claims } from './Claims';
import { inTextOrder } from './marks';
import { reading } from './messages';
import { Split } from './Split';
import { saying, Text } from './Text';

/** A document beside its claims; which of them is being read stands in the address. */
export function Reading({ document }: { document: ReadDocument }) {
  const claims = useMemo(() => inTextOrder(document.claims), [document]);
  const [pointed, setPointed] = useState(-1);
  const [end, setEnd] = useState<End | null>(null);
  const placeOf = (name: string | null) => (name === null ? -1 : claims.findIndex((claim) => claim.path === `claim/${name}` || claim.id === name));
  const named = parameters.value.get('claim');
  const chosen = placeOf(named);

  const choose = (index: number) => {
    const claim = claims[index];
    if (!claim) return;
    setEnd(null);
    setParameters({ claim: claim.path.replace(/^claim\//, '') }, { replace: true });
    announce(reading('numbered', { i: index + 1, what: saying(claim) }));
  };
  const step = (by: number) => {
    // From where the address is now: keys may come faster than the page is drawn.
    const from = placeOf(parameters.peek().get('claim'));
    if (claims.length) choose(from < 0 ? (by > 0 ? 0 : claims.length - 1) : (from + by + claims.length) % claims.length);
  };
  useKeys(step);

  const head = <Head document={document} missing={named !== null && chosen < 0} />;
  // Of a refused document no text is kept.
  if (!document.text) return <Passages head={head} claims={claims} />;
  return (
    <div class="wide reading">
      <Split
        label={reading('resize')}
        main={
          <>
            {head}
            <Text
              document={{ ...document, text: document.text }}
              claims={claims}
              chosen={chosen}
              pointed={pointed}
              pointedRole={end}
              onChoose={choose}
              onPoint={setPointed}
              addressOf={claimAddress}
            />
          </>
        }
        side={
          <section aria-label={reading('claimsInText')}>
            <header class="side-head">
              <Steps total={claims.length} chosen={chosen} onStep={step} />
              <Legend />
            </header>
            {claims.length ? (
              <Claims claims={claims} chosen={chosen} pointed={pointed} onChoose={choose} onPoint={setPointed} onPointEnd={setEnd} />
            ) : (
              <p class="waiting">{reading('noClaims')}</p>
            )}
          </section>
        }
      />
    </div>
  );
}

function Head({ document, missing }: { document: ReadDocument; missing: boolean }) {
  return (
    <header class="document-head">
      <h1>
        <bdi lang={document.language ?? undefined}>{documentTitle(document)}</bdi>
      </h1>
      <p class="quiet">
        {document.publisher !== null && (
          <>
            <bdi>{document.publisher}</bdi> ·{' '}
          </>
        )}
        {document.date === null ? shared('undated') : date(document.date)}
        {document.url !== null && (
          <>
            {' '}
            · <Outside url={document.url}>{reading('source')}</Outside>
          </>
        )}
        {documentTitle(document) !== document.name && (
          <>
            {' '}
            · <bdi>{document.name}</bdi>
          </>
        )}
        {document.loaded !== null && <> · {reading('loaded', { when: date(document.loaded) })}</>}
      </p>
      {document.status !== 'loaded' && (
        <p class="notice bad">
          <strong>{document.status === 'refused' ? reading('refused') : <bdi>{document.status}</bdi>}</strong> <span dir="auto">{document.reason}</span>
        </p>
      )}
      {missing && <p role="alert">{reading('unknownClaim')}</p>}
    </header>
  );
}

function Steps({ total, chosen, onStep }: { total: number; chosen: number; onStep: (by: number) => void }) {
  if (total === 0) return null;
  return (
    <p class="steps no-print">
      <button
        type="button"
        onClick={() => {
          onStep(-1);
        }}
      >
        {reading('previousClaim')}
      </button>
      <button
        type="button"
        onClick={() => {
          onStep(1);
        }}
      >
        {reading('nextClaim')}
      </button>
      <span class="quiet">{chosen < 0 ? shared('claims', { n: total }) : reading('of', { i: chosen + 1, total })}</span>
    </p>
  );
}

function Legend() {
  return (
    <p class="legend" aria-label={reading('legend')}>
      <span class="role-subject">{reading('subject')}</span>
      <span class="role-object">{reading('objectAny')}</span>
      <span class="role-speaker">{reading('speaker')}</span>
    </p>
  );
}

/** Where the text is not kept: the passages alone. */
function Passages({ head, claims }: { head: preact.ComponentChildren; claims: readonly Claim[] }) {
  return (
    <div class="passages">
      {head}
      {claims.length > 0 && <p class="notice">{reading('noText')}</p>}
      {claims.map((claim) => (
        <ClaimCard key={claim.id} claim={claim} readable={false} />
      ))}
    </div>
  );
}

/** J and K step through the claims, by place on the keyboard, so that they work with Arabic letters too. */
function useKeys(step: (by: number) => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest('input, select, textarea, [contenteditable]')) return;
      const by = { KeyJ: 1, KeyK: -1 }[event.code];
      if (by === undefined) return;
      event.preventDefault();
      step(by);
    };
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('keydown', onKey);
    };
  });
}
