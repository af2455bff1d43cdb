import type { Language } from '../api/types';
import { theme, THEMES, type Theme } from '../state/settings';
import { node } from '../state/store';
import { choice, language, NAMES } from '../text/language';
import { plain } from '../text/say';

/** Language and theme of this browser. */
export function Looks() {
  const offered = node.value?.languages.offered ?? (Object.keys(NAMES) as Language[]);
  return (
    <div class="looks">
      <select
        aria-label={plain('looks.language')}
        value={language.value}
        onChange={(event) => {
          choice.value = event.currentTarget.value as Language;
        }}
      >
        {offered.map((each) => (
          <option key={each} value={each} lang={each}>
            {NAMES[each]}
          </option>
        ))}
      </select>
      <select
        aria-label={plain('looks.theme')}
        value={theme.value}
        onChange={(event) => {
          theme.value = event.currentTarget.value as Theme;
        }}
      >
        {THEMES.map((each) => (
          <option key={each} value={each}>
            {plain(`theme.${each}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
