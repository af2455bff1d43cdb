import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { text } from '../api/client';
import type { LineRecord } from '../api/types';
import { readLog } from '../state/load';
import { line, members as parties, others, records, session } from '../state/store';
import { moment } from '../time/format';
import { Ltr, plain, t, w, word } from '../text/say';
import { Clock } from '../text/values';
import { Failure } from './Failure';
import { Choice } from './Field';
import { Sheet } from './Sheets';

const ALL = '';
/** A receipt comes without an event: as long as one is awaited, the log that lies open is read again so often. */
const AWAITED = 3_000;

function isHeldByAll(of: LineRecord, members: readonly string[]): boolean {
  return members.every((each) => each === of.writer || of.stored?.[each]);
}

/** Reads the log now, and again for as long as a receipt is awaited. */
function followed(): () => void {
  readLog();
  const again = setInterval(() => {
    if (!records.peek().every((each) => isHeldByAll(each, parties.peek()))) {
      readLog();
    }
  }, AWAITED);
  return () => clearInterval(again);
}

/** Hands a text to the browser as a file. */
function download(name: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** What was said, record by record, and by what it can be proved: whose machine has signed that it holds it, and since when. */
export function LogSheet() {
  const by = useSignal(ALL);
  const why = useSignal<unknown>(undefined);
  useEffect(followed, []);
  const shown = records.value.filter((each) => by.value === ALL || each.writer === by.value).toReversed();
  const may = session.value?.rights.includes('audit') === true;
  const take = async (record: string) => {
    try {
      download(`${record}.tlog-proof`, await text(`lines/${line.peek()?.line ?? ''}/records/${encodeURIComponent(record)}/proof`));
      why.value = undefined;
    } catch (refused) {
      why.value = refused;
    }
  };
  return (
    <Sheet title={t('log.title')} wide>
      {others.value.map((party) => <p key={party} class="note">{w('W17', { party })}</p>)}
      {may ? null : <p class="note">{t('log.may-not')}</p>}
      <Choice label={t('log.by')} of={by} choices={[[ALL, plain('log.all')], ...parties.value.map((each) => [each, each] as const)]} />
      {why.value ? <Failure why={why.value} /> : null}
      <div class="ledger" tabIndex={0} role="region" aria-label={plain('log.title')}>
        <table>
          <caption>{t('log.count', { n: shown.length })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('log.record')}</th>
              <th scope="col">{t('table.kind')}</th>
              <th scope="col">{t('log.at')}</th>
              <th scope="col">{t('log.held')}</th>
              {may ? <th scope="col">{t('log.proof')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <tr key={each.record}>
                <th scope="row">
                  <Ltr>{each.record}</Ltr>
                </th>
                <td>{word('kind', each.kind)}</td>
                <td>
                  <Ltr>{moment(Date.parse(each.at))}</Ltr>
                </td>
                <td>
                  <Held of={each} members={parties.value} />
                </td>
                {may ? (
                  <td>
                    <button type="button" aria-label={plain('log.take-of', { record: each.record })} onClick={() => take(each.record)}>
                      {t('log.take')}
                    </button>
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Sheet>
  );
}

/** Of each other member whether its machine has signed that it holds a record. */
function Held({ of, members }: { readonly of: LineRecord; readonly members: readonly string[] }) {
  return (
    <>
      {members
        .filter((each) => each !== of.writer)
        .map((party) => {
          const since = of.stored?.[party];
          return (
            <span key={party} class="nested-pair">
              <Ltr>{party}</Ltr>: {since ? <Clock at={Date.parse(since)} /> : t('log.no-receipt')}
            </span>
          );
        })}
    </>
  );
}
