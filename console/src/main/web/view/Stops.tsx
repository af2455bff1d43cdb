import type { Subject } from '../api/types';
import { fields } from '../state/activities';
import { now } from '../state/clock';
import { line, session, subjects } from '../state/store';
import { Clock, Timer } from '../text/values';
import { Ltr, w, word } from '../text/say';
import { Failure } from './Failure';
import { openDuty } from './Duties';
import { place } from './RecordText';
import { useSaying } from './saying';
import { duties } from '../state/store';

/** How a STOP stands, by what was said last about it. */
type Stand = 'not-delivered' | 'nobody' | 'taken' | 'ceased' | 'over';

const LATER: readonly string[] = ['taken', 'checking', 'relayed', 'unable', 'not-ours-passing-on'];

/** How a STOP stands between its sender and one other. */
export function stand(of: Subject): Stand {
  const { statuses, answers, delivery } = of.properties;
  const last = statuses.at(-1);
  if (last?.status === 'lifted') {
    return 'over';
  }
  const since = last?.status === 'not-ceased' ? last.at : '';
  const said = answers.filter((each) => each.at > since).map((each) => each.says);
  if (said.includes('ceased')) {
    return 'ceased';
  }
  if (answers.some((each) => LATER.includes(each.says) || each.says === 'ceased')) {
    return 'taken';
  }
  return Object.values(delivery).some((each) => each.stored) ? 'nobody' : 'not-delivered';
}

/** Every STOP that is not lifted, with its counters: to its sender W7, to its receiver W8. */
export function Stops() {
  const open = subjects.value.filter((each) => each.properties.kind === 'stop' && stand(each) !== 'over');
  return (
    <>
      {open.map((each) =>
        each.properties.owner === line.value?.me ? <Sent key={each.id} of={each} /> : <Received key={each.id} of={each} />,
      )}
    </>
  );
}

function Sent({ of }: { readonly of: Subject }) {
  const saying = useSaying();
  const elapsed = <Timer millis={now.value - Date.parse(of.properties.since)} />;
  const party = of.properties.answers.at(-1)?.by ?? '';
  const report = (status: string) => saying.say(of.properties.line, { kind: 'status', about: of.id, body: { status, at: new Date(now.peek()).toISOString() } });
  const standing = stand(of);
  return (
    <div class="banner stop" role="alert">
      <strong>
        {word('kind', 'stop')} <Ltr>{of.id}</Ltr>
      </strong>{' '}
      {standing === 'not-delivered' ? w('W7a', { elapsed, contact: '' }) : null}
      {standing === 'nobody' ? w('W7b', { elapsed }) : null}
      {standing === 'taken' ? (
        <>
          {w('W7c')} <span>{word('answer', of.properties.answers.at(-1)?.says ?? '')}</span> {elapsed}
        </>
      ) : null}
      {standing === 'ceased' ? (
        <>
          {w('W7d', { party })}{' '}
          <button type="button" disabled={saying.busy.value} onClick={() => report('not-ceased')}>
            {w('W7e')}
          </button>{' '}
          <button type="button" disabled={saying.busy.value} onClick={() => report('lifted')}>
            {w('W7f')}
          </button>
        </>
      ) : null}
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
  return (
    <div class="banner stop" role="alert">
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
    </div>
  );
}
