import { words } from '../../i18n/words';

export const documents = words({
  title: { en: 'Documents', ar: 'الوثائق' },
  find: { en: 'Words of the title or name', ar: 'كلمات من العنوان أو الاسم' },
  search: { en: 'Find', ar: 'ابحث' },
  status: { en: 'State', ar: 'الحال' },
  all: { en: 'All', ar: 'الكل' },
  loaded: { en: 'Loaded', ar: 'محمّلة' },
  refused: { en: 'Refused', ar: 'مرفوضة' },
  document: { en: 'Document', ar: 'الوثيقة' },
  publisher: { en: 'Publisher', ar: 'الناشر' },
  date: { en: 'Date', ar: 'التاريخ' },
  claims: { en: 'Claims', ar: 'الادعاءات' },
  links: { en: 'Links', ar: 'العلاقات' },
  reason: { en: 'Why it was refused', ar: 'سبب الرفض' },
  about: { en: 'Only those that speak of {who}', ar: 'ما يتحدث منها عن {who} فقط' },
  notAbout: { en: 'All documents', ar: 'كل الوثائق' },
  none: { en: 'No document fits.', ar: 'لا وثيقة توافق.' },
  empty: { en: 'The store holds no document yet: kg load reads them in.', ar: 'لا وثائق في المخزن بعد: يقرؤها kg load.' },
});
