import { language } from '../i18n/language';

interface Wording {
  readonly en: string;
  readonly ar: string | null;
}

/** What a query file says, in the reader's language where it is known in that. */
export function Worded(wording: Wording) {
  const isArabic = language.value === 'ar' && wording.ar !== null;
  return (
    <bdi lang={isArabic ? 'ar' : 'en'} dir={isArabic ? 'rtl' : 'ltr'}>
      {worded(wording)}
    </bdi>
  );
}

export function worded({ en, ar }: Wording): string {
  return (language.value === 'ar' ? ar : null) ?? en;
}
