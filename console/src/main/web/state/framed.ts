/** Keys by which somebody leads a page that shows this console inside it: a desk has no use for them itself. */
const LEADING = new Set(['F8', 'F9']);

/** A page that shows this console inside it hears its own keys here too; it hears nothing else. */
export function tellFrame(): void {
  if (window.parent === window) {
    return;
  }
  document.addEventListener('keydown', ({ key, repeat }) => {
    if (LEADING.has(key) && !repeat) {
      window.parent.postMessage({ key }, '*');
    }
  });
}
