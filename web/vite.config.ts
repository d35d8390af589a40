import { defineConfig } from 'vite';

/** Builds the page into the Python package. Nothing is inlined: the server's content security policy allows files of its own only. */
export default defineConfig({
  base: '/',
  build: {
    outDir: '../kg/web/page',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // The SPARQL editor alone is larger than the usual limit; it is fetched when it is opened.
    chunkSizeWarningLimit: 600,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:8080', '/sparql': 'http://127.0.0.1:8080' } },
});
