import { words } from '../../i18n/words';

export const search = words({
  title: { en: 'Search', ar: 'بحث' },
  field: { en: 'Find an actor or a place', ar: 'ابحث عن جهة أو مكان' },
  lead: {
    en: 'Who supports, commands and fights whom, as reports say it. Every link opens the sentence that says it.',
    ar: 'من يدعم ومن يقود ومن يقاتل، كما تقوله التقارير. كل علاقة تفتح الجملة التي قيلت فيها.',
  },
  documents: {
    en: { one: 'document', other: 'documents' },
    ar: { one: 'وثيقة', two: 'وثيقتان', few: 'وثائق', other: 'وثيقة' },
  },
  claims: { en: { one: 'claim', other: 'claims' }, ar: { one: 'ادعاء', two: 'ادعاءان', few: 'ادعاءات', many: 'ادعاءً', other: 'ادعاء' } },
  actors: { en: { one: 'actor', other: 'actors' }, ar: { one: 'جهة', two: 'جهتان', few: 'جهات', other: 'جهة' } },
  links: { en: { one: 'link', other: 'links' }, ar: { one: 'علاقة', two: 'علاقتان', few: 'علاقات', other: 'علاقة' } },
  inferred: {
    en: { one: 'inferred link', other: 'inferred links' },
    ar: { one: 'علاقة مستنتجة', two: 'علاقتان مستنتجتان', few: 'علاقات مستنتجة', other: 'علاقة مستنتجة' },
  },
  mostSaid: { en: 'What most documents say', ar: 'ما تقوله أكثر الوثائق' },
  whoSays: { en: 'Who says most', ar: 'أكثر المصادر قولاً' },
  empty: {
    en: 'The store holds no document yet. Read some in with kg load; they show up here by themselves.',
    ar: 'لا وثائق في المخزن بعد. اقرأها بالأمر kg load فتظهر هنا من تلقاء نفسها.',
  },
  holds: { en: 'What the store holds', ar: 'ما يحويه المخزن' },
});
