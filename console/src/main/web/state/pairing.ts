import { signal } from '@preact/signals';
import { get, post, remove } from '../api/client';
import type { Pairing } from '../api/types';

/** How the pairing stands that was begun at this node's page; undefined: not yet asked. */
export const pairing = signal<Pairing | undefined>(undefined);

/** So often it is asked while somebody looks. */
const ASKED = 1_500;

/** Whether it goes on: a code waits for the other side, or words for the officers. */
export function isUnderWay(of: Pairing | undefined): boolean {
  return of?.state === 'waiting' || of?.state === 'words';
}

/** Looks until told to stop. */
export function look(failed: (why: unknown) => void): () => void {
  const once = () => {
    get<Pairing>('pairing').then((found) => (pairing.value = found), failed);
  };
  once();
  const timer = setInterval(once, ASKED);
  return () => clearInterval(timer);
}

export async function invite(minutes: number, address: string): Promise<void> {
  pairing.value = await post<Pairing>('pairing/invite', { seconds: minutes * 60, ...(address.trim() ? { address: address.trim() } : {}) });
}

export async function join(code: string, address: string): Promise<void> {
  pairing.value = await post<Pairing>('pairing/join', { code: code.trim(), ...(address.trim() ? { address: address.trim() } : {}) });
}

/** By the words that the other officer read out, in any language. */
export async function heard(words: string): Promise<void> {
  pairing.value = await post<Pairing>('pairing/confirm', { words: words.trim() });
}

export async function giveUp(): Promise<void> {
  await remove('pairing');
  pairing.value = await get<Pairing>('pairing');
}
