import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Two real nodes of two parties with a line between them, started as people start them: by the launcher. */

const LAUNCHER = fileURLToPath(new URL('../../../../parley', import.meta.url));
const PATIENCE = 90_000;

export const PASSWORD = 'nine horses cross a river';

/** A process, and what it has said so far. */
interface Running {
  readonly process: ChildProcess;
  said: string;
}

function launch(folder: string, args: readonly string[]): Running {
  const process_ = spawn(LAUNCHER, args, { cwd: folder, env: { ...process.env, PARLEY_NO_BUILD: '1' }, stdio: ['ignore', 'pipe', 'pipe'] });
  const running: Running = { process: process_, said: '' };
  const hears = (chunk: Buffer) => {
    running.said += chunk.toString();
  };
  process_.stdout?.on('data', hears);
  process_.stderr?.on('data', hears);
  return running;
}

/** Waits until something holds. */
export async function until<T>(what: string, look: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) {
      return found;
    }
    if (Date.now() > end) {
      throw new Error(`waited in vain until ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function said(of: Running, pattern: RegExp): Promise<string> {
  return until(`${pattern} in ${of.said}`, () => pattern.exec(of.said)?.[1]);
}

async function done(of: Running): Promise<void> {
  const code = of.process.exitCode ?? (await new Promise<number | null>((resolve) => of.process.once('exit', resolve)));
  if (code !== 0) {
    throw new Error(of.said);
  }
}

/** Somebody who asks a node over HTTP, as a browser does. */
export class Asking {
  private cookie = '';
  private csrf = '';

  constructor(readonly root: string) {}

  async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${this.root}/api/v1/${path}`, {
      method,
      headers: { 'content-type': 'application/json', origin: this.root, cookie: this.cookie, 'x-parley-csrf': this.csrf },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    }
    const set = answer.headers.get('set-cookie');
    if (set && method === 'POST') {
      this.cookie = set.split(';')[0] ?? '';
    }
    return (text ? JSON.parse(text) : undefined) as T;
  }

  async signIn(account: string, password: string): Promise<void> {
    this.csrf = (await this.ask<{ csrf: string }>('POST', 'session', { account, password })).csrf;
  }
}

export interface Desk {
  readonly party: string;
  /** Kills the node without a word, and starts it again where it was. */
  readonly fall: Fall;
  readonly root: string;
  /** The code of the first start. */
  readonly first: string;
  /** Asks as the duty officer. */
  readonly officer: Asking;
  /** Asks as who looks after the node. */
  readonly admin: Asking;
}

export interface Town {
  readonly azure: Desk;
  readonly birch: Desk;
  readonly line: string;
  close(): Promise<void>;
}

/** A node that can be killed and started again at the same places. */
export class Fall {
  constructor(
    private readonly folder: string,
    private readonly name: string,
    private readonly listens: string,
    private readonly root: string,
    private running: Running,
    private readonly persons: readonly string[],
  ) {}

  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    const process_ = this.running.process;
    process_.kill(signal);
    await new Promise((resolve) => (process_.exitCode === null && process_.signalCode === null ? process_.once('exit', resolve) : resolve(0)));
  }

  /** Stops it where it stands, as a computer does that has too much to do; it knows nothing of it. */
  freeze(): void {
    this.running.process.kill('SIGSTOP');
  }

  thaw(): void {
    this.running.process.kill('SIGCONT');
  }

  async again(): Promise<void> {
    this.running = launch(this.folder, ['serve', this.name, '--listen', this.listens, '--api', new URL(this.root).host, ...this.persons]);
    await said(this.running, /answers at (http:\S+)/);
  }
}

interface Served {
  readonly fall: Fall;
  readonly root: string;
  readonly first: string;
}

async function served(folder: string, party: string, settings: string, persons: readonly string[] = ['--one-person']): Promise<Served> {
  const name = party.toLowerCase();
  await done(launch(folder, ['init', name, '--party', party]));
  if (settings) {
    writeFileSync(join(folder, name, 'parley.toml'), settings);
  }
  const running = launch(folder, ['serve', name, '--listen', '127.0.0.1:0', '--api', '127.0.0.1:0', ...persons]);
  const listens = await said(running, /listens on (\S+),/);
  const root = await said(running, /answers at (http:\S+)/);
  return { fall: new Fall(folder, name, listens, root, running, persons), root, first: await said(running, /#first=(\S+)/) };
}

/** The two officers read the same six words to each other. */
async function link(folder: string): Promise<void> {
  const inviting = launch(folder, ['invite', 'azure', '--json']);
  const joining = launch(folder, ['join', 'birch', await said(inviting, /"code":"([^"]+)"/), '--json']);
  const words = (await said(joining, /"en":\["([^\]]+)"\]/)).replaceAll('","', ' ');
  await Promise.all([
    done(launch(folder, ['invite', 'azure', '--confirm', words])),
    done(launch(folder, ['join', 'birch', '--confirm', words])),
  ]);
  await Promise.all([done(inviting), done(joining)]);
}

/** The accounts of a desk: the first that the node allows, and a duty officer. */
async function desk(party: string, { fall, root, first }: Served): Promise<Desk> {
  const admin = new Asking(root);
  await admin.ask('POST', 'first-account', { code: first, account: 'ada', officer: 'A1', languages: ['en'], password: PASSWORD });
  await admin.signIn('ada', PASSWORD);
  await admin.ask('POST', 'accounts', { account: 'kim', officer: 'K1', roles: ['duty-officer'], languages: ['en'], password: PASSWORD });
  const officer = new Asking(root);
  await officer.signIn('kim', PASSWORD);
  return { party, fall, root, first, officer, admin };
}

/** The first account of a node, without anybody at a page. */
async function first(root: string, code: string): Promise<void> {
  await new Asking(root).ask('POST', 'first-account', { code, account: 'ada', officer: 'A1', languages: ['en'], password: PASSWORD });
}

/** Two nodes that know nothing of each other, each with its first account, "ada". */
export async function strangers(): Promise<{ readonly azure: string; readonly birch: string; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-console-'));
  const [a, b] = await Promise.all([served(folder, 'AZURE', ''), served(folder, 'BIRCH', '')]);
  await Promise.all([a, b].map((each) => first(each.root, each.first)));
  return {
    azure: a.root,
    birch: b.root,
    async close() {
      await Promise.all([a, b].map((each) => each.fall.kill('SIGTERM')));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Begins, AZURE with settings of its own, or so that a second person releases there; `door` sees its node before it has any account. */
export async function begin(door: (root: string, code: string) => Promise<void> = first, settings = '', twoPersons = false): Promise<Town> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-console-'));
  const [a, b] = await Promise.all([served(folder, 'AZURE', settings, twoPersons ? [] : undefined), served(folder, 'BIRCH', '')]);
  await link(folder);
  await door(a.root, a.first);
  const birch = await desk('BIRCH', b);
  const admin = new Asking(a.root);
  await admin.signIn('ada', PASSWORD);
  await admin.ask('POST', 'accounts', { account: 'kim', officer: 'K1', roles: ['duty-officer'], languages: ['en'], password: PASSWORD });
  const officer = new Asking(a.root);
  await officer.signIn('kim', PASSWORD);
  const line = await until('there is a line', async () => (await officer.ask<{ items: { line: string; private: boolean }[] }>('GET', 'lines')).items.find((each) => !each.private)?.line);
  return {
    azure: { party: 'AZURE', fall: a.fall, root: a.root, first: a.first, officer, admin },
    birch,
    line,
    async close() {
      await a.fall.kill('SIGTERM');
      await b.fall.kill('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A cable to a node that can be cut without a word: what is sent on it is lost, and nobody is told. */
export class Cable {
  private cut = false;
  private readonly ends = new Set<Socket>();
  private readonly server: Server;

  private constructor(to: number) {
    this.server = createServer((here) => {
      const there = connect(to, '127.0.0.1');
      this.join(here, there);
      this.join(there, here);
    });
  }

  private join(from: Socket, to: Socket): void {
    this.ends.add(from);
    from.on('data', (chunk) => {
      if (!this.cut) {
        to.write(chunk);
      }
    });
    from.on('close', () => {
      this.ends.delete(from);
      to.destroy();
    });
    from.on('error', () => to.destroy());
  }

  static async to(root: string): Promise<{ cable: Cable; root: string }> {
    const cable = new Cable(Number(new URL(root).port));
    await new Promise<void>((resolve) => cable.server.listen(0, '127.0.0.1', resolve));
    const address = cable.server.address();
    return { cable, root: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}` };
  }

  sever(): void {
    this.cut = true;
  }

  mend(): void {
    this.cut = false;
    this.ends.forEach((each) => each.destroy());
  }

  close(): void {
    this.ends.forEach((each) => each.destroy());
    this.server.close();
  }
}
