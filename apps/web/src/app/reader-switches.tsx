import { Button } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { useReader } from './reader.js';
import './reader-switches.css';

/** Language, digits and theme: on every screen, before signing in too. */
export const ReaderSwitches = () => {
  const { preferences, tongue, prefer } = useReader();
  const { frame } = tongue.words;
  const isDark = document.documentElement.dataset['theme'] === 'dark';
  const isEastern = preferences.digits === 'arab';
  return (
    <div className="reader-switches">
      <Button
        kind="quiet"
        size="small"
        aria-label={`${frame.digits}: ${isEastern ? frame.latinDigits : frame.arabicDigits}`}
        onPress={() => prefer({ digits: isEastern ? 'latn' : 'arab' })}
      >
        {isEastern ? frame.latinDigits : frame.arabicDigits}
      </Button>
      <Button
        kind="quiet"
        size="small"
        aria-label={isDark ? frame.light : frame.dark}
        onPress={() => prefer({ theme: isDark ? 'light' : 'dark' })}
      >
        <Icon name={isDark ? 'sun' : 'moon'} />
      </Button>
      <Button kind="quiet" size="small" onPress={() => prefer({ shown: frame.languageTag === 'en' ? 'en' : 'ar' })}>
        <span lang={frame.languageTag}>{frame.language}</span>
      </Button>
    </div>
  );
};
