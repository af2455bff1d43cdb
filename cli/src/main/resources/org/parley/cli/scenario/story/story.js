/** The strip over the two desks: asks the demo what it shows, and says what the visitor wants. */

const AGAIN = 400;
const of = (id) => document.getElementById(id);
let before = '';
const seats = new Map();

/** Below this width a desk has no room for its lights beside all else. */
const DESK = 1320;
const sizes = new ResizeObserver((changed) => {
  for (const { target, contentRect } of changed) {
    target.style.setProperty('--scale', String(Math.min(1, contentRect.width / DESK)));
  }
});

function element(tag, text, more = {}) {
  return Object.assign(document.createElement(tag), { textContent: text, ...more });
}

function wish(what) {
  of('do').disabled = true;
  of('next').disabled = true;
  void fetch(what, { method: 'POST' });
}

function steps(state) {
  return state.steps.map(({ no, title }) => {
    const button = element('button', String(no), { type: 'button', title, className: no < state.no ? 'past' : '' });
    button.setAttribute('aria-label', `Step ${no}: ${title}`);
    if (no === state.no) {
      button.setAttribute('aria-current', 'step');
    }
    button.addEventListener('click', () => wish(`/go/${no}`));
    const item = element('li', '');
    item.append(button);
    return item;
  });
}

function happened({ at, by, text, is, seen }) {
  const item = element('li', '', { className: is === 'not so' ? 'not' : is === 'open' ? 'open' : '' });
  const what = is === undefined ? by || 'THE DEMO' : is === 'so' ? 'SO IT IS' : is === 'open' ? 'NOT YET' : 'NOT SO';
  item.append(element('small', `${at.slice(11, 19)}Z `), element('b', what), ` ${text}`);
  if (is !== undefined && is !== 'so') {
    item.append(element('small', ` (${seen.join('; ')})`));
  }
  return item;
}

/** A desk is loaded anew when other nodes play, or when its node was started again and somebody is signed in anew. */
function desk({ party, scripted, url, seat, words }) {
  const known = seats.get(party);
  if (known?.seat === seat) {
    return;
  }
  const place = known?.place ?? element('section', '', { className: 'desk' });
  const head = element('h2', '');
  head.append(element('span', party), element('span', scripted ? 'SCRIPTED' : 'YOU', { className: 'mark' }), element('bdi', words.join(' '), { className: 'words', lang: scripted ? 'ru' : 'en' }));
  const frame = element('iframe', '', { title: `The desk of ${party}`, name: party, src: `${url}/?seat=${seat}` });
  const window_ = element('div', '', { className: 'window' });
  window_.append(frame);
  sizes.observe(window_);
  place.replaceChildren(head, window_);
  if (!known) {
    of('desks').append(place);
  }
  seats.set(party, { seat, place });
}

function show(state) {
  of('steps').replaceChildren(...steps(state));
  of('name').textContent = state.no ? `${state.no} · ${state.name}` : state.title;
  of('text').textContent = state.text ?? '';
  of('task').hidden = !state.task;
  of('task').textContent = state.task ? `Now you: ${state.task}` : '';
  of('failed').hidden = !state.failed;
  of('failed').textContent = state.failed ? `The story stopped: ${state.failed}. Choose a step to begin it anew.` : '';
  of('look').replaceChildren(...(state.look ?? []).map((each) => element('li', each)));
  of('clock').textContent = state.clock ? `· the clocks stand at ${state.clock.slice(11, 19)}Z` : '';
  of('happened').replaceChildren(...state.happened.map(happened));
  of('happened').scrollTop = of('happened').scrollHeight;
  of('do').disabled = state.waits !== 'visitor';
  of('next').disabled = state.waits === 'playing' || state.failed !== '' || (state.no === state.steps.length && state.waits === 'next');
  document.body.dataset.waits = state.waits;
  document.body.dataset.no = String(state.no ?? 0);
  (state.desks ?? []).forEach(desk);
}

async function look() {
  try {
    const text = await (await fetch('/state')).text();
    if (text !== before) {
      before = text;
      const focused = document.activeElement?.getAttribute('aria-label');
      show(JSON.parse(text));
      if (focused?.startsWith('Step')) {
        document.querySelector(`[aria-label="${CSS.escape(focused)}"]`)?.focus();
      }
    }
  } catch {
    of('failed').hidden = false;
    of('failed').textContent = 'The demo has ended.';
  }
  setTimeout(look, AGAIN);
}

of('do').addEventListener('click', () => wish('/do'));
of('next').addEventListener('click', () => wish('/next'));
/** The keys of the strip, wherever the keyboard is: a desk that has it tells of these two. */
function press(key) {
  const button = key === 'F8' ? of('do') : key === 'F9' ? of('next') : undefined;
  if (button && !button.disabled) {
    button.click();
    return true;
  }
  return false;
}
document.addEventListener('keydown', (event) => {
  if (!event.repeat && press(event.key)) {
    event.preventDefault();
  }
});
window.addEventListener('message', (event) => {
  if ([...document.querySelectorAll('iframe')].some((each) => each.contentWindow === event.source)) {
    press(event.data?.key);
  }
});
void look();
