// Language and theme before the first paint, so that nothing flashes or jumps.
(() => {
  const root = document.documentElement;
  let theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  let language = new URLSearchParams(location.search).get('lang');
  try {
    language ??= localStorage.getItem('rawabit.language');
    const chosen = localStorage.getItem('rawabit.theme');
    if (chosen === 'dark' || chosen === 'light') theme = chosen;
  } catch {
    // A browser that keeps nothing shows the defaults.
  }
  root.dataset.theme = theme;
  if (language === 'ar') {
    root.lang = 'ar';
    root.dir = 'rtl';
  }
})();
