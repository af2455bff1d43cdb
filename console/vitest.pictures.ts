import { defineConfig } from 'vitest/config';

/** Pictures of the page for the documents, of two real nodes; run by `make-page pictures`. */
export default defineConfig({
  test: {
    include: ['src/test/browser/**/*.pictures.ts'],
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
