import { useEffect, useRef } from 'preact/hooks';
import { drafts, line, others, records, selected, session, subjectOf, version } from '../state/store';
import { isTold } from '../state/missed';
import { opened } from '../state/opened';
import { Ltr, plain, t, word } from '../text/say';
import { othersInHand } from './Ask';
import { Drafts } from './Drafts';
import { Entry } from './Entry';
import { Failure } from './Failure';
import { Queue } from './Queue';
import { useSaying } from './saying';

/** What was said on the line, the newest below, with how far each word of ours has come. */
export function Channel() {
  void version.value;
  const end = useRef<HTMLDivElement>(null);
  const shown = records.value.filter(isTold);
  const count = shown.length;
  useEffect(() => {
    end.current?.scrollTo({ top: end.current.scrollHeight });
  }, [count]);
  return (
    <aside class="channel" aria-label={plain('channel.title')}>
      <h2>
        {t('channel.title')}{' '}
        <Ltr>
          {others.value.join(', ')}
        </Ltr>
      </h2>
      <div class="entries" ref={end} tabIndex={0} role="log" aria-label={plain('channel.title')}>
        {shown.map((each) => (
          <Entry key={each.record} of={each} subject={subjectOf(each.record)} mine={each.by === line.value?.me} />
        ))}
        {shown.length === 0 ? <p class="note">{t('channel.none')}</p> : null}
      </div>
      <Queue />
      {drafts.value.length > 0 ? <Drafts /> : null}
      <Tools />
    </aside>
  );
}

function Tools() {
  const saying = useSaying();
  const may = (right: string) => session.value?.rights.includes(right) === true;
  const check = async () => {
    if (line.value) {
      await saying.say(line.value.line, { kind: 'check', body: { text: word('kind', 'check'), bearer: 'link' } });
    }
  };
  return (
    <div class="tools">
      {may('draft') ? (
        <>
          <button type="button" onClick={() => (opened.value = { what: 'notify' })}>
            {t('notify.open')} <kbd>N</kbd>
          </button>
          <button type="button" onClick={() => (opened.value = { what: 'write' })}>
            {t('write.open')} <kbd>M</kbd>
          </button>
        </>
      ) : null}
      {may('draft') ? (
        <button type="button" onClick={() => (opened.value = { what: 'ask', about: othersInHand() })}>
          {t('ask.title')} <kbd>Q</kbd>
        </button>
      ) : null}
      {may('draft') ? (
        <button type="button" onClick={() => (opened.value = { what: 'call', about: selected.peek() })}>
          {t('call.title')} <kbd>V</kbd>
        </button>
      ) : null}
      {may('call') ? (
        <button type="button" disabled={saying.busy.value || !line.value} onClick={check}>
          {t('check.open')}
        </button>
      ) : null}
      <button type="button" onClick={() => (opened.value = { what: 'agreement' })}>
        {t('agreement.title')} <kbd>G</kbd>
      </button>
      <button type="button" onClick={() => (opened.value = { what: 'log' })}>
        {t('log.open')} <kbd>R</kbd>
      </button>
      {may('line') || may('administer') ? (
        <button type="button" onClick={() => (opened.value = { what: 'link' })}>
          {t('link.title')} <kbd>Shift+L</kbd>
        </button>
      ) : null}
      {saying.why.value ? <Failure why={saying.why.value} /> : null}
    </div>
  );
}
