import { words } from '../../i18n/words';

export const map = words({
  title: { en: 'Map', ar: 'الخريطة' },
  lead: {
    en: 'Places at which, or to which, something is said to have been done. A circle is the larger the more claims there are.',
    ar: 'أماكن قيل إن شيئاً حدث فيها أو لها. تكبر الدائرة بعدد الادعاءات.',
  },
  entity: { en: 'Only what names this actor', ar: 'فقط ما يذكر هذه الجهة' },
  plot: {
    en: 'Map with {n} places; the table beside it holds the same',
    ar: 'خريطة فيها {n} مكان؛ والجدول بجانبها يحوي الشيء نفسه',
  },
  keys: {
    en: 'Drag to move, Ctrl and wheel to zoom. With the keyboard: arrows move, + and − zoom, 0 shows all places.',
    ar: 'اسحب للتحريك، وCtrl مع العجلة للتكبير. بلوحة المفاتيح: الأسهم للتحريك، و+ و− للتكبير والتصغير، و0 لعرض كل الأماكن.',
  },
  zoomIn: { en: 'Zoom in', ar: 'تكبير' },
  zoomOut: { en: 'Zoom out', ar: 'تصغير' },
  fit: { en: 'Show all places', ar: 'اعرض كل الأماكن' },
  borders: {
    en: 'Borders: Natural Earth, 1:50 million, as they are in fact held and not as they are claimed. They are a background and no statement.',
    ar: 'الحدود: من Natural Earth بمقياس 1:50 مليون، كما هي بحكم الواقع لا كما يُطالَب بها. هي خلفية وليست موقفاً.',
  },
  noBorders: { en: 'The background map could not be fetched; the places stand where they are.', ar: 'تعذّر جلب الخريطة الخلفية؛ والأماكن في مواضعها.' },
  places: {
    en: { one: '{n} place', other: '{n} places' },
    ar: { zero: 'لا أماكن', one: 'مكان واحد', two: 'مكانان', few: '{n} أماكن', many: '{n} مكاناً', other: '{n} مكان' },
  },
  place: { en: 'Place', ar: 'المكان' },
  claims: { en: 'Claims', ar: 'الادعاءات' },
  documents: { en: 'Documents', ar: 'الوثائق' },
  actors: { en: 'Who is named there most', ar: 'أكثر من يُذكر هناك' },
  unplaced: {
    en: { one: '{n} place whose position is not known', other: '{n} places whose position is not known' },
    ar: {
      zero: 'لكل الأماكن مواقع معروفة', one: 'مكان واحد لا يُعرف موقعه', two: 'مكانان لا يُعرف موقعهما', few: '{n} أماكن لا تُعرف مواقعها',
      many: '{n} مكاناً لا تُعرف مواقعها', other: '{n} مكان لا تُعرف مواقعها',
    },
  },
  none: { en: 'Nothing is said here of any place.', ar: 'لم يُقل هنا شيء عن أي مكان.' },
  cut: { en: 'The map shows the first {shown} of {total} places; narrow them with the filters.', ar: 'تعرض الخريطة أول {shown} من {total} مكان؛ ضيّقها بالتصفية.' },
  saidHere: { en: 'What is said of {place}', ar: 'ما قيل عن {place}' },
  close: { en: 'Close', ar: 'أغلق' },
  overlay: { en: 'Your own layer', ar: 'طبقة خاصة بك' },
  overlayHelp: {
    en: 'A GeoJSON file (WGS 84) from this machine is drawn over the map. It is read here and goes nowhere, nor is it part of the address.',
    ar: 'يُرسم فوق الخريطة ملف GeoJSON (WGS 84) من هذا الجهاز. يُقرأ هنا ولا يُرسَل، وليس جزءاً من العنوان.',
  },
  choose: { en: 'Open a GeoJSON file', ar: 'افتح ملف GeoJSON' },
  drawn: {
    en: { one: '{name}: {n} feature', other: '{name}: {n} features' },
    ar: { zero: '{name}: لا معالم', one: '{name}: معلم واحد', two: '{name}: معلمان', few: '{name}: {n} معالم', many: '{name}: {n} معلماً', other: '{name}: {n} معلم' },
  },
  remove: { en: 'Remove the layer', ar: 'أزل الطبقة' },
  badFile: { en: '{name} cannot be drawn: {why}.', ar: 'لا يمكن رسم {name}: {why}.' },
  tooLarge: { en: 'it is larger than 20 MB; simplify it', ar: 'أكبر من 20 م.ب؛ بسّطه' },
  noJson: { en: 'it is not JSON', ar: 'ليس JSON' },
  noGeoJson: { en: 'it holds no GeoJSON features', ar: 'لا يحوي معالم GeoJSON' },
  badCoordinates: {
    en: 'it has coordinates that are not degrees of longitude and latitude; convert it to WGS 84',
    ar: 'فيه إحداثيات ليست درجات طول وعرض؛ حوّله إلى WGS 84',
  },
  tooMany: { en: 'it holds more than 500,000 points; simplify it', ar: 'فيه أكثر من 500,000 نقطة؛ بسّطه' },
});
