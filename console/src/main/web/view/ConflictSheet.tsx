import { useSignal } from '@preact/signals';
import type { Conflict, Subject } from '../api/types';
import { now } from '../state/clock';
import { opened } from '../state/opened';
import { owed } from '../state/resolution';
import { conflicts, records, selected, session, subjectOf, version } from '../state/store';
import { window } from '../time/format';
import { Ltr, t, w, word } from '../text/say';
import { figures, label } from './ConflictLine';
import { Proposal } from './Proposal';
import { Propose } from './Propose';
import { RecordText } from './RecordText';
import { Sheet } from './Sheets';
import { SideView } from './SideView';

/** Opens the conflict in hand; without one the first of all. */
export function openConflict(): void {
  const of = conflicts.peek().find((each) => each.id === selected.peek()) ?? conflicts.peek()[0];
  if (of) {
    selected.value = of.id;
    opened.value = { what: 'conflict', id: of.id };
  }
}

/** A conflict as a whole: both sides' records, what was found, how it looks from the side, and the ways out. */
export function ConflictSheet({ id }: { readonly id: string }) {
  void version.value;
  const proposing = useSignal(false);
  const of = conflicts.value.find((each) => each.id === id);
  if (!of) {
    return (
      <Sheet title={t('conflict.title')} wide>
        <p class="note">{t('conflict.over')}</p>
      </Sheet>
    );
  }
  const title = (
    <>
      {t('conflict.word')} <Ltr>{`${label(of.a)} × ${label(of.b)}`}</Ltr>
    </>
  );
  const proposals = (of.resolutions ?? []).map(subjectOf).filter((each) => each !== undefined);
  const sides = [versionOf(of.a, of.finding.a), versionOf(of.b, of.finding.b)].filter((each) => each !== undefined);
  return (
    <Sheet title={title} wide>
      <div class="conflict-head">
        <Stands of={of} />
        {session.value?.rights.includes('propose') ? (
          <button type="button" class="main" data-first onClick={() => (proposing.value = true)}>
            {t('propose.open')}
          </button>
        ) : null}
      </div>
      <div class="sides">
        {sides.map((each) => (
          <Side key={each.id} of={each} other={sides.find((one) => one.id !== each.id)?.properties.owner ?? ''} found={each.id === of.a ? of.finding.a : of.finding.b} />
        ))}
      </div>
      <SideView of={of} sides={sides} />
      <Findings of={of} />
      <h3>{t('proposal.title')}</h3>
      {proposals.length === 0 ? <p class="note">{t('proposal.none')}</p> : null}
      {proposals.map((each) => (
        <Proposal key={each.id} of={each} countered={() => (proposing.value = true)} />
      ))}
      {proposing.value ? <Propose of={of} done={() => (proposing.value = false)} /> : null}
    </Sheet>
  );
}

/** An activity in the version that a conflict was found for: the old plan counts until it is acknowledged. */
function versionOf(id: string, version: string): Subject | undefined {
  const subject = subjectOf(id);
  const body = subject?.properties.current === version ? subject.properties.body : records.value.find((each) => each.record === version)?.body;
  return subject && body ? { ...subject, properties: { ...subject.properties, body } } : subject;
}

/** What one side said; where it has said another thing since, that the other side still holds this (W13). */
function Side({ of, other, found }: { readonly of: Subject; readonly other: string; readonly found: string }) {
  const { kind, body, owner, current } = of.properties;
  return (
    <div>
      <RecordText kind={kind} body={body ?? {}} by={owner} about={found} />
      {current === found ? null : <p class="warn-text">{w('W13', { party: other })}</p>}
    </div>
  );
}

/** How it stands, in words: agreed is not done. */
function Stands({ of }: { readonly of: Conflict }) {
  const owes = of.stand === 'agreed-not-done' ? owed(of, subjectOf) : undefined;
  if (owes) {
    return <p class="warn-text">{w('W12', { party: owes.party, activity: label(owes.subject) })}</p>;
  }
  return (
    <p>
      {word('stand', of.stand)}
      {of.firstMove ? <> · {t('conflict.first-move', { party: of.firstMove })}</> : null}
    </p>
  );
}

/** What was found, by which versions, and the hash by which both desks name it. */
function Findings({ of }: { readonly of: Conflict }) {
  const { finding } = of;
  return (
    <dl class="understood">
      <div>
        <dt>{t('finding.figures')}</dt>
        <dd dir="auto">{figures(finding)}</dd>
      </div>
      <div>
        <dt>{t('finding.window')}</dt>
        <dd>
          <Ltr>{window(Date.parse(finding.from), Date.parse(finding.until), now.value)}</Ltr>
        </dd>
      </div>
      <div>
        <dt>{t('finding.versions')}</dt>
        <dd>
          <Ltr>{`${finding.a} · ${finding.b}`}</Ltr>
        </dd>
      </div>
      <div>
        <dt>{t('finding.name')}</dt>
        <dd>
          <Ltr>{`${of.id.slice(0, 12)} · ${finding.hash.slice(0, 12)}`}</Ltr>
        </dd>
      </div>
    </dl>
  );
}
