import { defineConfig } from 'vitest/config';

/** What the page costs, measured in a real browser; run by `make-page bench`. */
export default defineConfig({
  test: {
    include: ['src/bench/**/*.bench.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 1_200_000,
    hookTimeout: 180_000,
    disableConsoleIntercept: true,
    reporters: ['dot'],
  },
});
