import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { until } from './nodes';

const LAUNCHER = fileURLToPath(new URL('../../../../parley', import.meta.url));

/** The first ten minutes as a visitor starts them: one process, two nodes, one page. */
export interface Demo {
  readonly origin: string;
  close(): Promise<void>;
}

export async function demo(...args: readonly string[]): Promise<Demo> {
  const process_: ChildProcess = spawn(LAUNCHER, ['demo', ...args], { env: { ...process.env, PARLEY_NO_BUILD: '1' }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const hears = (chunk: Buffer) => {
    said += chunk.toString();
  };
  process_.stdout?.on('data', hears);
  process_.stderr?.on('data', hears);
  const origin = await until(`an address in ${said}`, () => /Open (http:\/\/127\.0\.0\.1:\d+) /.exec(said)?.[1]);
  return {
    origin,
    async close() {
      process_.kill('SIGTERM');
      await new Promise((resolve) => (process_.exitCode === null && process_.signalCode === null ? process_.once('exit', resolve) : resolve(0)));
    },
  };
}
