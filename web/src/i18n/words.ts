/** Messages in both languages, kept together where they are used. */

import type { ComponentChildren } from 'preact';

import { isolate } from './isolate';
import { language, locale, type Language } from './language';

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };
/** A text, or one for each plural form of the number `{n}`. */
type Text = string | Forms;
type Message = Readonly<Record<Language, Text>>;

type Names<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Texts<T> = T extends string ? T : T extends object ? Extract<T[keyof T], string> : never;
/** What the English text has places for, and the number by which a plural form is chosen. */
type Places<M extends Message> = Names<Texts<M['en']>> | (M['en'] extends string ? never : 'n');

type Values<M extends Message, V> = [Places<M>] extends [never] ? [] : [values: Readonly<Record<Places<M>, V>>];

export interface Words<D extends Readonly<Record<string, Message>>> {
  /** The message in the reader's language. Texts that are put in are isolated, numbers written as the language writes them. */
  <K extends keyof D>(key: K, ...values: Values<D[K], string | number>): string;
  /** The same with elements put in. */
  rich<K extends keyof D>(key: K, ...values: Values<D[K], ComponentChildren>): ComponentChildren[];
}

/** Makes a `t` over messages: `words({ found: { en: { one: '{n} claim', other: '{n} claims' }, ar: { … } } })`, then `t('found', { n: 3 })`. */
export function words<const D extends Readonly<Record<string, Message>>>(messages: D): Words<D> {
  const text = (key: keyof D, values: Readonly<Record<string, unknown>> | undefined): string => {
    const message = messages[key]?.[language.value] ?? String(key);
    if (typeof message === 'string') return message;
    const n = values?.n;
    return message[pluralOf(typeof n === 'number' ? n : 0)] ?? message.other;
  };
  const t = (key: keyof D, values?: Readonly<Record<string, string | number>>): string =>
    text(key, values).replace(PLACE, (whole, name: string) => {
      const value = values?.[name];
      if (value === undefined) return whole;
      return typeof value === 'number' ? number(value) : isolate(value);
    });
  t.rich = (key: keyof D, values?: Readonly<Record<string, ComponentChildren>>): ComponentChildren[] =>
    text(key, values)
      .split(PLACE)
      .map((part, index) => {
        if (index % 2 === 0) return part;
        const value = values?.[part];
        return typeof value === 'number' ? number(value) : value;
      });
  return t as Words<D>;
}

const PLACE = /\{(\w+)\}/g;

export function number(value: number): string {
  return formatter(locale()).format(value);
}

function pluralOf(value: number): Intl.LDMLPluralRule {
  return plural(locale()).select(value);
}

const formatter = remembered((of) => new Intl.NumberFormat(of));
const plural = remembered((of) => new Intl.PluralRules(of));

function remembered<T>(make: (of: string) => T): (of: string) => T {
  const made = new Map<string, T>();
  return (of) => {
    const known = made.get(of) ?? make(of);
    made.set(of, known);
    return known;
  };
}
