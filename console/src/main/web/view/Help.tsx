import { SHORTCUTS } from '../state/keys';
import { Ltr, t } from '../text/say';
import { Sheet } from './Sheets';

/** What each key does. */
export function Help() {
  return (
    <Sheet title={t('help.title')}>
      <dl class="keys">
        {SHORTCUTS.map((each) => (
          <div key={each.keys}>
            <dt>
              <kbd>
                <Ltr>{each.keys}</Ltr>
              </kbd>
            </dt>
            <dd>{t(each.text)}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('help.draw')}</h3>
      <ul class="plain">
        <li>{t('draw.places')}</li>
        <li>{t('draw.dots')}</li>
        <li>{t('help.draw-typed')}</li>
      </ul>
      <h3>{t('help.not')}</h3>
      <ul class="plain">
        <li>{t('help.not-1')}</li>
        <li>{t('help.not-2')}</li>
        <li>{t('help.not-3')}</li>
      </ul>
    </Sheet>
  );
}
