import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** What is in the page and no module: fonts lie behind addresses in style sheets. */
const BESIDE = ['@fontsource/noto-sans', '@fontsource/noto-sans-arabic'];

/** The package that a module is of; undefined for our own. */
function packageOf(module: string): string | undefined {
  return /.*node_modules\/((?:@[^/]+\/)?[^/?]+)/.exec(module)?.[1];
}

function licence(name: string): string {
  const folder = `node_modules/${name}`;
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (!file || !existsSync(`${folder}/package.json`)) {
    throw new Error(`${name} is in the page and has no licence`);
  }
  const { version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { version: string };
  return `${name} ${version}\n\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`;
}

/** Puts the licences of all that is in the page beside it: licences.txt in the jar. */
export function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle(_options, bundle) {
      const names = new Set(BESIDE);
      for (const part of Object.values(bundle)) {
        for (const module of part.type === 'chunk' ? part.moduleIds : []) {
          const name = packageOf(module);
          if (name) {
            names.add(name);
          }
        }
      }
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: [...names].sort().map(licence).join('\n----\n\n') });
    },
  };
}
