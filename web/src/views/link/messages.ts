import { words } from '../../i18n/words';

export const link = words({
  title: { en: 'Link', ar: 'علاقة' },
  incomplete: {
    en: 'The address names no link: it needs a subject, a relation and an object.',
    ar: 'لا يشير العنوان إلى علاقة: يلزمه طرفان وعلاقة بينهما.',
  },
  evidence: { en: 'What documents say', ar: 'ما تقوله الوثائق' },
  noEvidence: { en: 'No document says this link itself.', ar: 'لا تقول أي وثيقة هذه العلاقة نفسها.' },
  narrowed: {
    en: 'Only what the chosen sources say, or what is said of the chosen time.',
    ar: 'فقط ما تقوله المصادر المختارة، أو ما يقال عن المدة المختارة.',
  },
  widen: { en: 'Show all that is said', ar: 'أظهر كل ما قيل' },
  noneFits: { en: 'Nothing that is said of this link fits.', ar: 'لا شيء مما قيل في هذه العلاقة يطابق الاختيار.' },
  why: { en: 'How it follows', ar: 'كيف يُستنتج' },
  argument: { en: 'Argument {i} of {total}', ar: 'الحجة {i} من {total}' },
  follows: { en: 'Follows: {rule}', ar: 'يُستنتج: {rule}' },
  fromTo: { en: 'from {from} follows {to}', ar: 'من {from} يلزم {to}' },
  bothWays: { en: '{relation} holds both ways', ar: 'ما يقال فيه {relation} يصح في الاتجاهين' },
  and: { en: ' and ', ar: ' و' },
  said: { en: 'said by documents', ar: 'تقوله الوثائق' },
  more: { en: 'All {n} claims of this step', ar: 'كل الادعاءات ({n}) في هذه الخطوة' },
  notAll: { en: 'There may be further arguments; these are the shortest.', ar: 'قد توجد حجج أخرى؛ وهذه أقصرها.' },
  noOverlap: { en: 'The dates of its premises do not overlap.', ar: 'لا تتقاطع تواريخ مقدماتها.' },
  undated: { en: 'Some of its premises have no date.', ar: 'بعض مقدماتها بلا تاريخ.' },
  dates: { en: 'Dates', ar: 'التواريخ' },
  contradicted: { en: 'Other documents contradict this link.', ar: 'وثائق أخرى تناقض هذه العلاقة.' },
  seeConflicts: { en: 'See the contradictions', ar: 'انظر التناقضات' },
  rule: { en: 'Rule', ar: 'القاعدة' },
});
