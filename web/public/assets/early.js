// Language and theme before the first paint, so that nothing flashes or jumps.
(() => {
  const root = document.documentElement;
  let language = new URLSearchParams(location.search).get('lang');
  try {
    language ??= localStorage.getItem('rawabit.language');
    const theme = localStorage.getItem('rawabit.theme');
    if (theme === 'dark' || theme === 'light') root.dataset.theme = theme;
  } catch {
    // A browser that keeps nothing shows the defaults.
  }
  if (language === 'ar') {
    root.lang = 'ar';
    root.dir = 'rtl';
  }
})();
