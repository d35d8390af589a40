import type { Query } from '../api/types';
import { language } from '../i18n/language';

/** A prepared question in the reader's language, where its file has it. */
export function Question({ of }: { of: Query }) {
  const isOwn = language.value === 'ar' && of.summary_ar !== null;
  return (
    <bdi lang={isOwn ? 'ar' : 'en'} dir={isOwn ? 'rtl' : 'ltr'}>
      {questionOf(of)}
    </bdi>
  );
}

export function questionOf({ name, summary, summary_ar }: Query): string {
  return (language.value === 'ar' ? summary_ar : null) ?? (summary || name);
}
