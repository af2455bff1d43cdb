import { signal } from '@preact/signals';

/** What lies open over the desk. */
export type Opened =
  | { readonly what: 'duty'; readonly line: string; readonly about: string; readonly duty: string }
  | { readonly what: 'report'; readonly id: string; readonly status: string }
  | { readonly what: 'amend'; readonly id: string }
  | { readonly what: 'conflict'; readonly id: string }
  | { readonly what: 'agreement' }
  | { readonly what: 'log' }
  | { readonly what: 'missed' }
  | { readonly what: 'help' }
  | { readonly what: 'stop' }
  | { readonly what: 'notify' }
  | { readonly what: 'notify-site' }
  | { readonly what: 'find' }
  | { readonly what: 'measure' }
  | { readonly what: 'near' }
  | { readonly what: 'write' }
  | { readonly what: 'ask'; readonly about: string | undefined; readonly kind?: string }
  | { readonly what: 'link' }
  | { readonly what: 'call'; readonly about: string | undefined };

export const opened = signal<Opened | undefined>(undefined);

/** What closes what lies open now, once it is done, and not what somebody opened meanwhile. */
export function closing(): () => void {
  const before = JSON.stringify(opened.peek());
  return () => {
    if (JSON.stringify(opened.peek()) === before) {
      opened.value = undefined;
    }
  };
}
