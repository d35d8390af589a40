import { words } from '../i18n/words';

/** The words of the frame round all views. */
export const shell = words({
  skip: { en: 'Skip to content', ar: 'انتقل إلى المحتوى' },
  search: { en: 'Find an actor or a place', ar: 'ابحث عن جهة أو مكان' },
  views: { en: 'Views', ar: 'العروض' },
  view_search: { en: 'Search', ar: 'بحث' },
  view_network: { en: 'Network', ar: 'الشبكة' },
  view_conflicts: { en: 'Contradictions', ar: 'التناقضات' },
  view_map: { en: 'Map', ar: 'الخريطة' },
  view_timeline: { en: 'Timeline', ar: 'الخط الزمني' },
  view_documents: { en: 'Documents', ar: 'الوثائق' },
  view_query: { en: 'Query', ar: 'استعلام' },
  home: { en: 'Rawabit, start page', ar: 'روابط، الصفحة الأولى' },
  brand: { en: 'Rawabit', ar: 'روابط' },
  otherLanguage: { en: 'العربية', ar: 'English' },
  dark: { en: 'Dark', ar: 'داكن' },
  light: { en: 'Light', ar: 'فاتح' },
  toDark: { en: 'Switch to the dark theme', ar: 'التبديل إلى المظهر الداكن' },
  toLight: { en: 'Switch to the light theme', ar: 'التبديل إلى المظهر الفاتح' },
  loading: { en: 'Loading …', ar: 'جارٍ التحميل …' },
  fault: { en: 'This view has stopped', ar: 'توقّف هذا العرض' },
  faultHelp: {
    en: 'Something in it went wrong; the rest of the page goes on. Try again, or choose another view.',
    ar: 'حدث خطأ فيه، وبقية الصفحة تعمل. حاول مجدداً أو اختر عرضاً آخر.',
  },
  again: { en: 'Try again', ar: 'حاول مجدداً' },
  notLoaded: { en: 'This part of the page could not be fetched', ar: 'تعذّر جلب هذا الجزء من الصفحة' },
  notLoadedHelp: {
    en: 'Is kg serve still running? If it was updated meanwhile, reload the page.',
    ar: 'هل ما زال kg serve يعمل؟ إن كان قد حُدّث فأعد تحميل الصفحة.',
  },
  nowhere: { en: 'There is no such page', ar: 'لا توجد صفحة كهذه' },
  nowhereHelp: { en: 'The address names nothing that this page can show.', ar: 'لا يدل العنوان على شيء تعرضه هذه الصفحة.' },
  toSearch: { en: 'Go to the search', ar: 'إلى البحث' },
});
