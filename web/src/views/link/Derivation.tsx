import { relationLabel } from '../../api/known';
import type { Step, Why } from '../../api/types';
import { span } from '../../i18n/dates';
import { language } from '../../i18n/language';
import { claimAddress, ClaimDate } from '../../shared/ClaimCard';
import { documentTitle } from '../../shared/documentTitle';
import { linkAddress } from '../../shared/linkAddress';
import { shared } from '../../shared/messages';
import { ModalityBadge } from '../../shared/ModalityBadge';
import { Name } from '../../shared/Name';
import { RelationLabel } from '../../shared/RelationLabel';
import { link } from './messages';

/** Every way in which a link follows, as trees whose leaves are sentences. */
export function Derivation({ why }: { why: Why }) {
  return (
    <section class="derivation">
      <h2>{link('why')}</h2>
      {why.arguments.map((argument, index) => (
        <article key={index} class="argument">
          <h3>
            {why.arguments.length > 1 && link('argument', { i: index + 1, total: why.arguments.length })}{' '}
            <ModalityBadge modality={argument.modality} />
          </h3>
          <ul class="steps">
            <StepItem step={argument.step} />
          </ul>
          {(argument.earliest ?? argument.latest) !== null && (
            <p class="quiet">
              {link('dates')}: {span(argument.earliest, argument.latest)}
            </p>
          )}
          {!argument.dates_overlap && !argument.undated && <p class="doubt">{link('noOverlap')}</p>}
          {argument.undated && <p class="quiet">{link('undated')}</p>}
        </article>
      ))}
      {!why.complete && <p class="quiet">{link('notAll')}</p>}
    </section>
  );
}

function StepItem({ step }: { step: Step }) {
  return (
    <li>
      <p class="triple">
        <Name of={step.link.subject} /> <RelationLabel name={step.link.relation} /> <Name of={step.link.object} />
      </p>
      {step.rule && <p class="rule">{link('follows', { rule: ruleLabel(step.rule, step) })}</p>}
      {step.premises.length > 0 && (
        <ul class="steps">
          {step.premises.map((premise, index) => (
            <StepItem key={index} step={premise} />
          ))}
        </ul>
      )}
      {step.claims.length > 0 && (
        <ul class="sentences">
          {step.claims.map((claim) => (
            <li key={claim.id}>
              <a href={claimAddress(claim)} title={shared('openInText')}>
                <q dir="auto" lang={claim.document.language ?? undefined}>
                  {claim.evidence.quote}
                </q>
              </a>{' '}
              <small class="quiet">
                <bdi>{documentTitle(claim.document)}</bdi> · <ClaimDate claim={claim} />
              </small>
            </li>
          ))}
          {step.claims_total > step.claims.length && (
            <li>
              <a href={linkAddress(step.link)}>{link('more', { n: step.claims_total })}</a>
            </li>
          )}
        </ul>
      )}
    </li>
  );
}

/** The rule in words; where it has none in Arabic, by the relations that it leads from and to. */
function ruleLabel(rule: NonNullable<Step['rule']>, { link: { relation }, premises }: Step): string {
  if (language.value !== 'ar') return rule.label;
  if (rule.label_ar !== null) return rule.label_ar;
  const quoted = (name: string) => `«${relationLabel(name)}»`;
  const from = [...new Set(premises.map((premise) => premise.link.relation))];
  if (premises.length === 1 && from[0] === relation) return link('bothWays', { relation: quoted(relation) });
  return link('fromTo', { from: from.map(quoted).join(link('and')), to: quoted(relation) });
}
