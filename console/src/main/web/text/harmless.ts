/** What cannot be seen, or turns what stands around it the other way. What Arabic and Russian are written with is not among it. */
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2060-\u2064\ufeff]/gu;

/** A text of somebody else, of which everything is seen that stands in it: a mark that would turn words round is named instead. */
export function harmless(text: string): string {
  return text.replace(HIDDEN, (mark) => `[U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`);
}
