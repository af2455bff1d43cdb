import type { Subject } from '../api/types';
import { fields } from '../state/activities';
import { now } from '../state/clock';
import { numberOf } from '../state/calling';
import { opened } from '../state/opened';
import { isInSightAt, isOver, lastOf, relayOf, stand, STEPS, steps } from '../state/stop';
import { duties, line, records, session, subjects } from '../state/store';
import { exact } from '../time/format';
import { Clock, Timer } from '../text/values';
import { Ltr, plain, t, w, word } from '../text/say';
import { Failure } from './Failure';
import { HeardAnswers } from './HeardAnswers';
import { openDuty } from './Duties';
import { place } from './RecordText';
import { useSaying } from './saying';
import { useShown } from './shown';
import { Reach, Why } from './Why';

/** Every STOP that is not lifted, or was just now, with its counters: to its sender W7, to its receiver W8. */
export function Stops() {
  const open = subjects.value.filter((each) => each.properties.kind === 'stop' && isInSightAt(each, now.value));
  return (
    <>
      {open.map((each) =>
        isOver(each) ? (
          <Lifted key={each.id} of={each} />
        ) : each.properties.owner === line.value?.me ? (
          <Sent key={each.id} of={each} />
        ) : (
          <Received key={each.id} of={each} />
        ),
      )}
    </>
  );
}

/** Six things that are told apart, at each party that received it: with its time, or that it is not so yet. */
function Six({ of }: { readonly of: Subject }) {
  return (
    <>
      {Object.keys(of.properties.delivery).map((party) => {
        const times = steps(of, party);
        const relayed = relayOf(of, party);
        return (
          <ol key={party} class="six" aria-label={plain('stop-steps.title', { party })}>
            <li class="six-party">
              <Ltr>{party}</Ltr>
            </li>
            {STEPS.map((each) => (
              <li key={each} class={times[each] === undefined ? 'not-yet' : 'come'}>
                {t(`stop-steps.${each}`)} {times[each] === undefined ? <span>{t('stop-steps.not-yet')}</span> : <Clock at={times[each]} />}
                {each === 'relayed' && relayed ? (
                  <>
                    {' '}
                    <Reach of={relayed} />
                  </>
                ) : null}
              </li>
            ))}
          </ol>
        );
      })}
    </>
  );
}

/** It is over by its sender's word. */
function Lifted({ of }: { readonly of: Subject }) {
  return (
    <div class="banner warn" role="status">
      <strong>
        {word('kind', 'stop')} <Ltr>{of.id}</Ltr>
      </strong>{' '}
      {t('stop-steps.over', { party: of.properties.owner })}
      <Six of={of} />
    </div>
  );
}

/** What its sender reads (W7) of one party: the other party's receipt or answer says nothing of this one. */
function At({ of, party }: { readonly of: Subject; readonly party: string }) {
  const elapsed = <Timer millis={now.value - Date.parse(of.properties.since)} />;
  const last = lastOf(of, party);
  const silent = !of.properties.answers.some((each) => each.by === party);
  const shown = silent ? steps(of, party).shown : undefined;
  switch (stand(of, party)) {
    case 'not-delivered':
      return <>{w('W7a', { elapsed, contact: numberOf(party, records.value)?.address ?? '…' })}</>;
    case 'nobody':
      return (
        <>
          {w('W7b', { elapsed })} {shown === undefined ? null : w('W4b', { at: <Clock at={shown} /> })}
        </>
      );
    case 'answered':
      return (
        <>
          {t('stop-said.answered', { party, says: <bdi>{word('answer', last?.says ?? '')}</bdi>, elapsed })} {last ? <Why of={last} /> : null}
        </>
      );
    case 'taken':
      return (
        <>
          {w('W7c')} <span>{last ? word('answer', last.says) : null}</span> {last ? <Reach of={last} /> : null} {elapsed}
        </>
      );
    case 'ceased':
      return <>{w('W7d', { party })}</>;
  }
}

function Sent({ of }: { readonly of: Subject }) {
  const saying = useSaying();
  const report = (status: string) => saying.sayNow(of.properties.line, (at) => ({ kind: 'status', about: of.id, body: { status, at: exact(at) } }));
  const parties = Object.keys(of.properties.delivery);
  const stands = parties.map((each) => stand(of, each));
  return (
    <div class="banner stop" role="alert">
      <strong>
        {word('kind', 'stop')} <Ltr>{of.id}</Ltr>
      </strong>{' '}
      {parties.map((party) =>
        parties.length === 1 ? (
          <At key={party} of={of} party={party} />
        ) : (
          <p key={party} class="stop-at">
            <Ltr>{party}</Ltr>: <At of={of} party={party} />
          </p>
        ),
      )}{' '}
      {stands.some((each) => each === 'not-delivered' || each === 'answered') ? (
        <button type="button" onClick={() => (opened.value = { what: 'call', about: of.id })}>
          {t('call.sheet')}
        </button>
      ) : null}
      {stands.includes('ceased') ? (
        <>
          <button type="button" disabled={saying.busy.value} onClick={() => report('not-ceased')}>
            {w('W7e')}
          </button>{' '}
          <button type="button" disabled={saying.busy.value} onClick={() => report('lifted')}>
            {w('W7f')}
          </button>
        </>
      ) : null}
      <Six of={of} />
      <HeardAnswers of={of} />
      {saying.why.value ? <Failure why={saying.why.value} /> : null}
    </div>
  );
}

function Received({ of }: { readonly of: Subject }) {
  const body = fields(of.properties.body);
  const at = fields(body['place'])['coordinates'];
  const where = Array.isArray(at) ? place(at as number[]) : 'absent';
  const near = typeof body['near'] === 'string' ? body['near'] : 'absent';
  const since = typeof body['since'] === 'string' ? Date.parse(body['since']) : Date.parse(of.properties.since);
  const duty = duties.value.find((each) => each.about === of.id);
  const seen = useShown<HTMLDivElement>(of.id, of);
  return (
    <div ref={seen} class="banner stop" role="alert">
      <strong>
        {word('kind', 'stop')} <Ltr>{of.id}</Ltr>
      </strong>{' '}
      {w('W8', { party: of.properties.owner, where, near, since: <Clock at={since} /> }, where === 'absent' ? { where } : {})}{' '}
      <Timer millis={now.value - Date.parse(of.properties.since)} />{' '}
      {duty && session.value?.rights.includes('answer') ? (
        <button type="button" onClick={() => openDuty(duty)}>
          {word('duty', duty.what)}
        </button>
      ) : null}
      <Six of={of} />
      <HeardAnswers of={of} />
    </div>
  );
}
