import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { opened, type Opened } from '../state/opened';
import { plain } from '../text/say';
import { AgreementSheet } from './AgreementSheet';
import { AmendSheet } from './Amend';
import { AskSheet } from './Ask';
import { CallSheet } from './CallSheet';
import { Composer } from './Composer';
import { ConflictSheet } from './ConflictSheet';
import { DutySheet } from './DutySheet';
import { FirstLinkSheet } from './FirstLink';
import { Find } from './Find';
import { Help } from './Help';
import { LogSheet } from './LogSheet';
import { Measure } from './Measure';
import { MissedSheet } from './Missed';
import { Near } from './Near';
import { Notify } from './Notify';
import { NotifySite } from './NotifySite';
import { ReportSheet } from './Report';
import { StopSheet } from './StopSheet';

/** What lies open over the map. It covers neither lights nor alarms. */
export function Sheets({ of }: { readonly of: Opened }) {
  switch (of.what) {
    case 'duty':
      return <DutySheet key={of.about + of.duty} line={of.line} about={of.about} duty={of.duty} />;
    case 'report':
      return <ReportSheet key={of.id + of.status} id={of.id} status={of.status} />;
    case 'help':
      return <Help />;
    case 'stop':
      return <StopSheet />;
    case 'agreement':
      return <AgreementSheet />;
    case 'missed':
      return <MissedSheet />;
    case 'link':
      return <FirstLinkSheet />;
    case 'log':
      return <LogSheet />;
    case 'amend':
      return <AmendSheet key={of.id} id={of.id} />;
    case 'conflict':
      return <ConflictSheet key={of.id} id={of.id} />;
    case 'ask':
      return <AskSheet key={of.about ?? ''} about={of.about} first={of.kind} />;
    case 'call':
      return <CallSheet key={of.about ?? ''} about={of.about} />;
    case 'find':
      return <Find />;
    case 'measure':
      return <Measure />;
    case 'near':
      return <Near />;
    case 'notify-site':
      return <NotifySite />;
    case 'notify':
      return <Notify />;
    case 'write':
      return <Composer />;
  }
}

interface Given {
  readonly title: ComponentChildren;
  readonly children: ComponentChildren;
  readonly grave?: boolean;
  /** Whether it leaves room for the map beside it. */
  readonly beside?: boolean;
  /** Whether it takes all of the room of the map. */
  readonly wide?: boolean;
}

/** A sheet: it takes the focus when it opens, and gives it back. */
export function Sheet({ title, children, grave = false, beside = false, wide = false }: Given) {
  const sheet = useRef<HTMLElement>(null);
  // Before anything is painted: a key that follows at once must already mean what the sheet shows.
  useLayoutEffect(() => {
    const before = document.activeElement;
    const first = sheet.current?.querySelector<HTMLElement>('[data-first]') ?? sheet.current;
    first?.focus();
    return () => (before instanceof HTMLElement ? before.focus() : undefined);
  }, []);
  return (
    <section ref={sheet} class={`sheet${grave ? ' grave' : ''}${beside ? ' beside' : ''}${wide ? ' wide' : ''}`} role="dialog" aria-labelledby="sheet-title" tabIndex={-1}>
      <header>
        <h2 id="sheet-title">{title}</h2>
        <button type="button" class="quiet" onClick={() => (opened.value = undefined)}>
          {plain('sheet.close')} <kbd>Esc</kbd>
        </button>
      </header>
      {children}
    </section>
  );
}
