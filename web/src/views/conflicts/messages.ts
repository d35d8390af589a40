import { words } from '../../i18n/words';

export const conflicts = words({
  title: { en: 'Contradictions', ar: 'التناقضات' },
  lead: {
    en: 'Pairs of whom both friendship and hostility is said, or of whom something is both said and denied. Each side stands with its dates and sources; whom to believe is left to the reader.',
    ar: 'أطراف قيل عنها الود والعداء معاً، أو قيل عنها شيء ونُفي. لكل جانب تواريخه ومصادره، والحكم متروك للقارئ.',
  },
  entity: { en: 'Only pairs with this actor', ar: 'فقط ما فيه هذه الجهة' },
  pairs: {
    en: { one: '{n} pair', other: '{n} pairs' },
    ar: { zero: 'لا حالات', one: 'حالة واحدة', two: 'حالتان', few: '{n} حالات', many: '{n} حالة', other: '{n} حالة' },
  },
  none: { en: 'Nothing contradictory is said here.', ar: 'لا تناقض فيما قيل هنا.' },
  friendly: { en: 'Friendly', ar: 'ودّ' },
  hostile: { en: 'Hostile', ar: 'عداء' },
  said: { en: 'Said', ar: 'قيل' },
  denied: { en: 'Denied', ar: 'نُفي' },
  other: { en: 'Also said', ar: 'وقيل أيضاً' },
  between: { en: '{one} and {other}', ar: '{one} و{other}' },
  show: { en: 'Show the sentences', ar: 'اعرض الجمل' },
  hide: { en: 'Hide the sentences', ar: 'أخفِ الجمل' },
  sources: { en: 'Sources', ar: 'المصادر' },
  network: { en: 'Both in the network', ar: 'كلاهما في الشبكة' },
  more: {
    en: { one: 'and {n} more', other: 'and {n} more' },
    ar: { zero: '', one: 'ومصدر آخر', two: 'ومصدران آخران', few: 'و{n} مصادر أخرى', many: 'و{n} مصدراً آخر', other: 'و{n} مصدر آخر' },
  },
});
