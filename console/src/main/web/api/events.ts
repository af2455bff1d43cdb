/** An event of the node, or its beat: the node is there and has nothing to tell. */
export type Heard =
  | { readonly type: 'beat' }
  | { readonly type: 'event'; readonly name: string; readonly id: string; readonly data: unknown };

/** What is left of a stream that is not yet whole, and what is whole. */
export interface Parsed {
  readonly rest: string;
  readonly heard: readonly Heard[];
}

/** Reads server-sent events as far as they are whole. A comment is a beat. */
export function parse(text: string): Parsed {
  const blocks = text.split('\n\n');
  const rest = blocks.pop() ?? '';
  return { rest, heard: blocks.map(block) };
}

function block(text: string): Heard {
  const fields = new Map<string, string>();
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) {
      fields.set(line.slice(0, colon), line.slice(colon + 1).replace(/^ /, ''));
    }
  }
  const data = fields.get('data');
  return data === undefined
    ? { type: 'beat' }
    : { type: 'event', name: fields.get('event') ?? 'message', id: fields.get('id') ?? '', data: JSON.parse(data) };
}

/** The node beats every 5 s; without a sound for so long the line to it counts as cut. */
export const SILENCE = 8_000;
const AGAIN = 1_500;

export interface Listener {
  /** Everything that comes, in its order. */
  heard(heard: Heard): void;
  /** Whether the node is heard. */
  linked(is: boolean): void;
  /** The session is over. */
  signedOut(): void;
}

/**
 * Listens to the node until told to stop, and goes on by itself where it was cut. A stream read by hand, and not the browser's
 * EventSource, because that hides comments, by which alone a quiet line is told from a dead one.
 */
export function listen(listener: Listener): () => void {
  const stopped = new AbortController();
  void go(listener, stopped.signal);
  return () => stopped.abort();
}

async function go(listener: Listener, stopped: AbortSignal): Promise<void> {
  let last = '';
  while (!stopped.aborted) {
    try {
      last = await once(listener, last, stopped);
    } catch (why) {
      if (why instanceof SignedOut) {
        listener.signedOut();
        return;
      }
    }
    if (!stopped.aborted) {
      listener.linked(false);
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
    }
  }
}

class SignedOut extends Error {}

/** Listens until it is cut; the id of the last event. */
async function once(listener: Listener, from: string, stopped: AbortSignal): Promise<string> {
  const cut = new AbortController();
  let silent = setTimeout(() => cut.abort(), SILENCE);
  let last = from;
  try {
    const answer = await fetch('/api/v1/events', {
      headers: from ? { 'last-event-id': from } : {},
      signal: AbortSignal.any([cut.signal, stopped]),
    });
    if (answer.status === 401 || answer.status === 403) {
      throw new SignedOut();
    }
    if (answer.ok) {
      listener.linked(true);
    }
    const reader = answer.ok ? answer.body?.pipeThrough(new TextDecoderStream()).getReader() : undefined;
    let rest = '';
    while (reader) {
      const { done, value } = await reader.read();
      if (done) {
        break;
      }
      clearTimeout(silent);
      silent = setTimeout(() => cut.abort(), SILENCE);
      listener.linked(true);
      const parsed = parse(rest + value);
      rest = parsed.rest;
      for (const heard of parsed.heard) {
        listener.heard(heard);
        last = heard.type === 'event' && heard.id ? heard.id : last;
      }
    }
  } catch (why) {
    if (why instanceof SignedOut) {
      throw why;
    }
  } finally {
    clearTimeout(silent);
  }
  return last;
}
