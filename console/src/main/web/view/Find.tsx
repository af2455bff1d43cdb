import { useSignal } from '@preact/signals';
import { goTo, pointed } from '../map/ChartMap';
import { shown } from '../geo/coordinates';
import { forgetPlace, found, save, saved, type Found } from '../state/finding';
import { opened } from '../state/opened';
import { centre, form } from '../state/settings';
import { selected, subjects } from '../state/store';
import { Ltr, plain, t, word } from '../text/say';
import { Field } from './Field';
import { Sheet } from './Sheets';

/** Goes to what was found; a record is in hand then. */
function choose(of: Found): void {
  opened.value = undefined;
  if (of.what === 'record') {
    selected.value = of.id;
  }
  if (of.at && of.what !== 'record') {
    centre.value = 'map';
    goTo(of.at);
  }
}

/** Finding a record by its names, a saved place, or a place by coordinates in any form. */
export function Find() {
  const text = useSignal('');
  const all = found(text.value, saved.value, subjects.value);
  const submit = (event: Event) => {
    event.preventDefault();
    const [first] = all;
    if (first) {
      choose(first);
    }
  };
  return (
    <Sheet title={t('chart.find')} beside>
      <form class="form" onSubmit={submit}>
        <Field label={t('chart.sought')} of={text} dir="auto" data-first hint={t('chart.find-how')} />
      </form>
      <ul class="finds" aria-label={plain('chart.found')}>
        {all.map((each, i) => (
          <li key={i}>
            <button type="button" class="row" onClick={() => choose(each)}>
              <Told of={each} />
              {i === 0 ? <kbd>Enter</kbd> : null}
            </button>
            {each.what === 'saved' ? (
              <button type="button" class="quiet" aria-label={plain('chart.forget', { name: each.name })} onClick={() => forgetPlace(each.name)}>
                ×
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {text.value.trim() && all.length === 0 ? <p class="note">{t('chart.nothing')}</p> : null}
      <Keep text={text.value} all={all} />
    </Sheet>
  );
}

function Told({ of }: { readonly of: Found }) {
  const at = of.at ? <Ltr>{shown(of.at, form.value)}</Ltr> : null;
  switch (of.what) {
    case 'place':
      return <span class="what">{at}</span>;
    case 'saved':
      return (
        <span class="what">
          <b>
            <bdi>{of.name}</bdi>
          </b>
          <small>{at}</small>
        </span>
      );
    case 'record':
      return (
        <span class="what">
          <b>
            <Ltr>{of.name}</Ltr>
          </b>
          <small>
            {word('kind', of.kind)} <Ltr>{`${of.owner} ${of.id}`}</Ltr>
          </small>
        </span>
      );
  }
}

/** Keeping a place by a name: the one that was typed, else the one under the pointer. */
function Keep({ text, all }: { readonly text: string; readonly all: readonly Found[] }) {
  const name = useSignal('');
  const typed = all.find((each) => each.what === 'place')?.at;
  const at = typed ?? pointed.value;
  const submit = (event: Event) => {
    event.preventDefault();
    if (name.value.trim()) {
      save(name.value.trim(), at);
      name.value = '';
    }
  };
  return text && !typed ? null : (
    <form class="form keep" onSubmit={submit}>
      <Field label={t('chart.keep-as', { place: shown(at, form.value) })} of={name} dir="auto" />
      <button type="submit" disabled={!name.value.trim()}>
        {t('chart.keep')}
      </button>
      <small>{t('chart.keep-note')}</small>
    </form>
  );
}
