import { useSignal, type Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { encode } from 'uqr';
import { giveUp, heard, invite, isUnderWay, join, look, pairing } from '../state/pairing';
import type { Language, Pairing } from '../api/types';
import { moment } from '../time/format';
import { NAMES } from '../text/language';
import { Ltr, plain, t } from '../text/say';
import { Failure } from './Failure';
import { Choice, Field } from './Field';
import { Sheet } from './Sheets';

const MINUTES = ['15', '30', '60', '240'] as const;

/** The first link of two parties: one makes a code, the other joins by it, and both officers compare six words. */
export function FirstLinkSheet() {
  return (
    <Sheet title={t('link.title')}>
      <FirstLink />
    </Sheet>
  );
}

export function FirstLink() {
  const why = useSignal<unknown>(undefined);
  useEffect(() => look((reason) => (why.value = reason)), []);
  const does = async (work: () => Promise<void>) => {
    try {
      await work();
      why.value = undefined;
    } catch (reason) {
      why.value = reason;
    }
  };
  const of = pairing.value;
  return (
    <div class="form">
      {of && of.state !== 'none' ? <Stands of={of} does={does} /> : null}
      {of && !isUnderWay(of) ? <Begin does={does} /> : null}
      {why.value ? <Failure why={why.value} /> : null}
    </div>
  );
}

type Does = (work: () => Promise<void>) => Promise<void>;

/** Which half of it is begun here. */
function Begin({ does }: { readonly does: Does }) {
  const half = useSignal<string>('invite');
  const minutes = useSignal<string>(MINUTES[0]);
  const code = useSignal('');
  const address = useSignal('');
  const submit = (event: Event) => {
    event.preventDefault();
    void does(() => (half.value === 'invite' ? invite(Number(minutes.value), address.value) : join(code.value, address.value)));
  };
  return (
    <form class="form" onSubmit={submit}>
      <p class="effect">{t('link.effect')}</p>
      <div class="columns">
        <Choice label={t('link.half')} of={half} choices={[['invite', plain('link.invite')], ['join', plain('link.join')]]} />
        {half.value === 'invite' ? <Choice label={t('link.open')} of={minutes} choices={MINUTES.map((each) => [each, plain('unit.min', { n: each })])} /> : null}
        <Field label={`${plain('link.address')} (${plain('optional')})`} of={address} dir="ltr" hint={plain('link.address-hint')} />
      </div>
      {half.value === 'join' ? <Field label={plain('link.code')} of={code} dir="ltr" required autoComplete="off" spellcheck={false} /> : null}
      <button type="submit" class="main">
        {half.value === 'invite' ? t('link.make') : t('link.join-now')}
      </button>
    </form>
  );
}

function Stands({ of, does }: { readonly of: Pairing; readonly does: Does }) {
  const words = useSignal('');
  switch (of.state) {
    case 'waiting':
      return (
        <section class="form" aria-live="polite">
          {of.code ? <Code of={of} code={of.code} /> : <p>{t('link.dialling')}</p>}
          <Notes of={of} />
          <GiveUp does={does} />
        </section>
      );
    case 'words':
      return (
        <section class="form" aria-live="polite">
          <p>{t('link.party', { party: of.party ?? '' })}</p>
          {of.stranger ? <p class="bad-text">{t('link.stranger', { party: of.party ?? '' })}</p> : null}
          <Words of={of} />
          <p class="effect">{t('link.compare')}</p>
          <HeardWords words={words} does={does} />
          <Notes of={of} />
          <GiveUp does={does} />
        </section>
      );
    case 'founded':
      return <p class="effect" role="status">{t('link.founded', { party: of.party ?? '', line: (of.line ?? '').slice(0, 8) })}</p>;
    case 'ended':
      return (
        <div class="failure" role="alert">
          <strong>{t('link.ended')}</strong> <Ltr>{of.why ?? ''}</Ltr>
        </div>
      );
    default:
      return null;
  }
}

/** The words that the other officer read out are typed here: by them, and by nothing that was only looked at, it is confirmed. */
function HeardWords({ words, does }: { readonly words: Signal<string>; readonly does: Does }) {
  const isConfirmed = useSignal(false);
  const submit = (event: Event) => {
    event.preventDefault();
    void does(async () => {
      await heard(words.value);
      isConfirmed.value = true;
    });
  };
  return isConfirmed.value ? (
    <p class="note" role="status">
      {t('link.confirmed')}
    </p>
  ) : (
    <form class="form" onSubmit={submit}>
      <Field label={plain('link.heard')} of={words} dir="auto" required autoComplete="off" spellcheck={false} />
      <button type="submit" class="main">
        {t('link.confirm')}
      </button>
    </form>
  );
}

function Words({ of }: { readonly of: Pairing }) {
  return (
    <dl class="six-words">
      {Object.entries(of.words ?? {}).map(([lang, six]) => (
        <div key={lang}>
          <dt lang={lang}>{NAMES[lang as Language]}</dt>
          <dd lang={lang} dir={lang === 'ar' ? 'rtl' : 'ltr'}>
            {six.join(' ')}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The code as text in groups and as a picture; it names where to dial and by which key this node is known. */
function Code({ of, code }: { readonly of: Pairing; readonly code: string }) {
  const { data, size } = encode(code, { ecc: 'M', border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((is, x) => (is ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <>
      <p>{t('link.read-code', { until: moment(Date.parse(of.expires ?? '')) })}</p>
      <p class="code" dir="ltr">
        {code}
      </p>
      <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={plain('link.qr')} shape-rendering="crispEdges">
        <rect width={size} height={size} fill="#ffffff" />
        <path d={dark} fill="#000000" />
      </svg>
      <p class="note">
        {t('link.reached', { address: of.address ?? '' })} <Ltr>{(of.fingerprint ?? '').replace(/(.{4})(?=.)/g, '$1 ')}</Ltr>
      </p>
    </>
  );
}

function Notes({ of }: { readonly of: Pairing }) {
  return (
    <>
      {of.notes?.slice(-3).map((each, i) => (
        <p key={i} class="note">
          <Ltr>{each}</Ltr>
        </p>
      ))}
    </>
  );
}

function GiveUp({ does }: { readonly does: Does }) {
  return (
    <button type="button" onClick={() => void does(giveUp)}>
      {t('link.give-up')}
    </button>
  );
}
