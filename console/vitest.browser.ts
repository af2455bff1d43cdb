import { defineConfig } from 'vitest/config';

/** The page in a real browser against two real nodes; run by `make-page browser`. */
export default defineConfig({
  test: {
    include: ['src/test/browser/**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 180_000,
    reporters: ['default', ['junit', { outputFile: 'target/surefire-reports/TEST-console.browser.xml' }]],
  },
});
