import { effect, signal } from '@preact/signals';

export type Language = 'en' | 'ar';

const KEY = 'rawabit.language';

function chosen(): Language {
  return document.documentElement.lang === 'ar' ? 'ar' : 'en';
}

/** The language of the interface. The address may name it (`?lang=ar`), else the browser remembers it. */
export const language = signal<Language>(typeof document === 'undefined' ? 'en' : chosen());

/** Locale of dates and numbers: months as they are called in Syria and Lebanon, digits as in the texts that are read. */
export const locale = (): string => (language.value === 'ar' ? 'ar-SY-u-nu-latn' : 'en-GB');

export function speak(next: Language): void {
  language.value = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

/** Keeps `lang` and `dir` of the page in step with the choice. */
export function followLanguage(): void {
  effect(() => {
    document.documentElement.lang = language.value;
    document.documentElement.dir = language.value === 'ar' ? 'rtl' : 'ltr';
  });
}
