import { words } from '../../i18n/words';

export const timeline = words({
  title: { en: 'Timeline', ar: 'الخط الزمني' },
  lead: {
    en: 'Claims by the month that they are about, else by that of their document. Choose a period with the mouse or the keyboard: it then holds in every view.',
    ar: 'الادعاءات بحسب الشهر الذي تتحدث عنه، وإلا فشهر وثيقتها. اختر مدة بالفأرة أو لوحة المفاتيح، فتسري في كل العروض.',
  },
  entity: { en: 'Only claims on this actor or place', ar: 'فقط ما قيل عن هذه الجهة أو هذا المكان' },
  plot: {
    en: '{n} claims from {from} to {to}, most of them in {most}',
    ar: '{n} ادعاء من {from} إلى {to}، وأكثرها في {most}',
  },
  hostile: { en: 'hostile', ar: 'عداء' },
  friendly: { en: 'friendly', ar: 'ودّ' },
  plain: { en: 'other', ar: 'غير ذلك' },
  legend: { en: 'Kinds of relation', ar: 'أنواع العلاقات' },
  from: { en: 'Beginning of the period', ar: 'بداية المدة' },
  to: { en: 'End of the period', ar: 'نهاية المدة' },
  keys: {
    en: 'Drag over the picture, or move the two handles with the arrow keys; Page Up and Page Down move by a year.',
    ar: 'اسحب فوق الرسم، أو حرّك المقبضين بالأسهم؛ وPage Up وPage Down للتحريك سنة.',
  },
  chosen: { en: '{period}: {claims}', ar: '{period}: {claims}' },
  all: { en: 'The whole time, {period}: {claims}', ar: 'المدة كلها، {period}: {claims}' },
  clear: { en: 'Whole time', ar: 'المدة كلها' },
  alsoIn: { en: 'See this period in:', ar: 'اعرض هذه المدة في:' },
  undated: {
    en: { one: '{n} claim bears no date, nor does its document; it is not in the picture.', other: '{n} claims bear no date, nor do their documents; they are not in the picture.' },
    ar: {
      zero: 'لكل الادعاءات تواريخ.', one: 'ادعاء واحد بلا تاريخ، ووثيقته كذلك، فليس في الرسم.', two: 'ادعاءان بلا تاريخ، ووثيقتاهما كذلك، فليسا في الرسم.',
      few: '{n} ادعاءات بلا تاريخ، ووثائقها كذلك، فليست في الرسم.', many: '{n} ادعاءً بلا تاريخ، ووثائقها كذلك، فليست في الرسم.', other: '{n} ادعاء بلا تاريخ، ووثائقها كذلك، فليست في الرسم.',
    },
  },
  yearly: {
    en: { one: '{n} claim is dated by a year alone; the months do not show it, the table does.', other: '{n} claims are dated by a year alone; the months do not show them, the table does.' },
    ar: {
      zero: '', one: 'ادعاء واحد مؤرَّخ بسنة فقط، فلا تُظهره الشهور ويُظهره الجدول.', two: 'ادعاءان مؤرَّخان بسنة فقط، فلا تُظهرهما الشهور ويُظهرهما الجدول.',
      few: '{n} ادعاءات مؤرَّخة بسنة فقط، فلا تُظهرها الشهور ويُظهرها الجدول.', many: '{n} ادعاءً مؤرَّخة بسنة فقط، فلا تُظهرها الشهور ويُظهرها الجدول.',
      other: '{n} ادعاء مؤرَّخة بسنة فقط، فلا تُظهرها الشهور ويُظهرها الجدول.',
    },
  },
  none: { en: 'Nothing that is dated is said here.', ar: 'لا شيء مؤرَّخ قيل هنا.' },
  byRelation: { en: 'By relation', ar: 'بحسب العلاقة' },
  onlyThis: { en: 'Only this', ar: 'هذه فقط' },
  only: { en: 'Only {relation}', ar: 'فقط {relation}' },
  others: {
    en: { one: '{n} other relation', other: '{n} other relations' },
    ar: { zero: '', one: 'علاقة أخرى', two: 'علاقتان أخريان', few: '{n} علاقات أخرى', many: '{n} علاقة أخرى', other: '{n} علاقة أخرى' },
  },
  showAll: { en: 'Show all', ar: 'اعرض الكل' },
  table: { en: 'The same as a table', ar: 'الشيء نفسه في جدول' },
  month: { en: 'Month', ar: 'الشهر' },
  relation: { en: 'Relation', ar: 'العلاقة' },
  modality: { en: 'How surely', ar: 'درجة الثبوت' },
  claims: { en: 'Claims', ar: 'الادعاءات' },
  documents: { en: 'Documents', ar: 'الوثائق' },
});
