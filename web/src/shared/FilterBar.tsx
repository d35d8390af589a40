import { useId, useState } from 'preact/hooks';

import { useAsked } from '../api/asked';
import { sources } from '../api/calls';
import { relationLabel, relations } from '../api/known';
import type { Modality } from '../api/types';
import { language } from '../i18n/language';
import { anyFilter, clearFilters, filters, MODALITIES, setFilters } from '../shell/filters';
import { shared } from './messages';

interface Props {
  /** Which of the filters the view heeds; all of them unless told otherwise. */
  readonly only?: readonly ('relation' | 'modality' | 'source' | 'since' | 'until' | 'inferred')[];
}

/** The filters that all views share. They stand in the address and go along to the next view. */
export function FilterBar({ only }: Props) {
  const has = (name: NonNullable<Props['only']>[number]) => !only || only.includes(name);
  const [open, setOpen] = useState(() => matchMedia('(width >= 40rem)').matches);
  return (
    <section class={open ? 'filter-bar' : 'filter-bar folded'} aria-label={shared('filters')}>
      <button
        type="button"
        class="plain fold"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {shared('filters')}
      </button>
      {has('relation') && <Relations />}
      {has('modality') && <Modalities />}
      {has('source') && <Sources />}
      {has('since') && <DateField name="since" />}
      {has('until') && <DateField name="until" />}
      {has('inferred') && (
        <label class="check">
          <input
            type="checkbox"
            checked={filters.value.inferred !== false}
            onChange={(event) => {
              setFilters({ inferred: event.currentTarget.checked ? null : false });
            }}
          />
          {shared('withInferred')}
        </label>
      )}
      {anyFilter.value && (
        <button type="button" class="plain" onClick={clearFilters}>
          {shared('clearFilters')}
        </button>
      )}
    </section>
  );
}

function Relations() {
  const chosen = filters.value.relation;
  return (
    <Several
      label={shared('relation')}
      any={shared(chosen.length ? 'addRelation' : 'allRelations')}
      chosen={chosen.map((name) => ({ value: name, text: relationLabel(name) }))}
      offered={relations.value.filter((one) => !chosen.includes(one.name)).map(({ name }) => ({ value: name, text: relationLabel(name) }))}
      onChoose={(relation) => {
        setFilters({ relation });
      }}
    />
  );
}

function Modalities() {
  const chosen = filters.value.modality;
  const toggle = (one: Modality) => {
    setFilters({ modality: chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one] });
  };
  return (
    <fieldset class="field toggles">
      <legend>{shared('modality')}</legend>
      {MODALITIES.map((one) => (
        <button
          type="button"
          key={one}
          class={`badge modality-${one}`}
          aria-pressed={chosen.includes(one)}
          onClick={() => {
            toggle(one);
          }}
        >
          {shared(one)}
        </button>
      ))}
    </fieldset>
  );
}

function Sources() {
  const asked = useAsked('sources', (signal) => sources({}, { limit: 200 }, signal));
  const known = asked.answer?.items ?? [];
  const text = (value: string) => {
    const source = known.find((one) => (one.id ?? one.name) === value || one.path === value);
    return source ? sourceName(source) : value;
  };
  return (
    <Several
      label={shared('source')}
      any={shared('anySource')}
      chosen={filters.value.source.map((value) => ({ value, text: text(value) }))}
      offered={known.map((one) => ({ value: one.id ?? one.name, text: sourceName(one) }))}
      onChoose={(source) => {
        setFilters({ source });
      }}
    />
  );
}

interface Choice {
  readonly value: string;
  readonly text: string;
}

interface SeveralProps {
  readonly label: string;
  /** What stands where nothing more is chosen. */
  readonly any: string;
  readonly chosen: readonly Choice[];
  readonly offered: readonly Choice[];
  readonly onChoose: (values: string[]) => void;
}

/** A list to choose from again and again; what is chosen stands before it, to be taken back. */
function Several({ label, any, chosen, offered, onChoose }: SeveralProps) {
  const id = useId();
  const values = chosen.map((one) => one.value);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <Chips
        items={chosen}
        onRemove={(value) => {
          onChoose(values.filter((one) => one !== value));
        }}
      />
      <select
        id={id}
        value=""
        onChange={(event) => {
          const { value } = event.currentTarget;
          event.currentTarget.value = '';
          if (value) onChoose([...values, value]);
        }}
      >
        <option value="">{any}</option>
        {offered.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

export function sourceName(source: { name: string; label_ar: string | null }): string {
  return (language.value === 'ar' ? source.label_ar : null) ?? source.name;
}

function Chips({ items, onRemove }: { items: readonly Choice[]; onRemove: (value: string) => void }) {
  return (
    <>
      {items.map(({ value, text }) => (
        <button
          type="button"
          key={value}
          class="chip"
          aria-label={shared('without', { what: text })}
          onClick={() => {
            onRemove(value);
          }}
        >
          <bdi>{text}</bdi> <span aria-hidden="true">×</span>
        </button>
      ))}
    </>
  );
}

const DATE = /^\d{4}(-\d\d(-\d\d)?)?$/;

function DateField({ name }: { name: 'since' | 'until' }) {
  const id = useId();
  const value = filters.value[name] ?? '';
  const [bad, setBad] = useState(false);
  return (
    <div class="field">
      <label for={id}>{shared(name)}</label>
      <input
        id={id}
        key={value}
        class="date"
        dir="ltr"
        inputMode="numeric"
        size={10}
        maxLength={10}
        placeholder="2015-10"
        title={shared('dateHint')}
        defaultValue={value}
        aria-invalid={bad}
        onChange={(event) => {
          const typed = event.currentTarget.value.trim();
          const right = typed === '' || DATE.test(typed);
          setBad(!right);
          event.currentTarget.setCustomValidity(right ? '' : shared('badDate'));
          event.currentTarget.reportValidity();
          if (right) setFilters({ [name]: typed || null });
        }}
      />
    </div>
  );
}
