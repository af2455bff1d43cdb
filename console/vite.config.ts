import { defineConfig } from 'vitest/config';
import { licences } from './licences.ts';

/** A node to develop against: `PARLEY_NODE=http://127.0.0.1:8080 npx vite`. */
const node = process.env['PARLEY_NODE'];

export default defineConfig({
  root: 'src/main/web',
  base: '/',
  plugins: [licences()],
  build: {
    outDir: '../../../target/classes/org/parley/console/page',
    emptyOutDir: true,
    target: 'es2022',
    // A strict content security policy lets no data: font or script in.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  ...(node ? { server: { proxy: { '/api': node } }, preview: { proxy: { '/api': node } } } : {}),
  test: {
    root: '.',
    include: ['src/test/web/**/*.test.ts'],
    environment: 'node',
    reporters: ['default', ['junit', { outputFile: 'target/surefire-reports/TEST-console.xml' }]],
  },
});
