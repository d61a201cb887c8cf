import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page as a few files in `bundle`, as the other apps have theirs. `npx vite` serves it while a Masar answers on 4600. */
export default defineConfig(({ command }) => {
  // Whoever builds it, a test included: what is built is the page as readers have it.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    plugins: [react(), { ...optimizeLocales.vite({ locales: ['ar-AE', 'en-US'] }), enforce: 'pre' }],
    resolve: { conditions: ['@masar/source', 'module', 'browser', 'development|production'] },
    build: {
      outDir: 'bundle',
      emptyOutDir: true,
      target: 'es2023',
      // Fonts and pictures stay files: the policy of the page lets nothing be loaded from within a style.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      manifest: true,
    },
    server: { proxy: { '/api': 'http://127.0.0.1:4600', '/health': 'http://127.0.0.1:4600' } },
  };
});
