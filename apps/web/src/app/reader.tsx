import {
  createContext,
  startTransition,
  use,
  useCallback,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { I18nProvider } from 'react-aria-components';
import { tongueOf, type Said, type Tongue } from '../i18n/languages.js';
import type { Formats } from '../i18n/formats.js';
import { laidOut } from '../i18n/laid-out.js';
import { keepPreferences, readPreferences, type Preferences } from './preferences.js';

interface Reader {
  readonly preferences: Preferences;
  readonly tongue: Tongue;
  prefer(change: Partial<Preferences>): void;
  /** Hours are those of this zone from now on. */
  readIn(zone: string | undefined): void;
}

const ReaderContext = createContext<Reader | undefined>(undefined);

const fetched = new Map<string, Promise<Tongue>>();
const tongueFor = ({ shown, digits }: Preferences, zone: string | undefined): Promise<Tongue> => {
  const key = `${shown} ${digits} ${zone}`;
  const known = fetched.get(key) ?? tongueOf(shown, digits, zone);
  fetched.set(key, known);
  return known;
};

const showOnPage = ({ theme, density }: Preferences, tongue: Tongue): void => {
  const page = document.documentElement;
  page.lang = tongue.formats.language;
  page.dir = tongue.direction;
  page.dataset['density'] = density;
  page.dataset['theme'] = theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : theme;
};

/** Holds how this reader reads: language, digits, theme, density. Shows nothing until the words are there. */
export const ReaderProvider = ({ children }: { readonly children: ReactNode }) => {
  const [preferences, setPreferences] = useState(() => {
    const read = readPreferences(localStorage, location.search);
    keepPreferences(localStorage, read);
    return read;
  });
  const [zone, setZone] = useState<string>();
  const tongue = use(tongueFor(preferences, zone));
  useLayoutEffect(() => showOnPage(preferences, tongue), [preferences, tongue]);
  // What is shown stays until the words are there that tell hours of the other zone.
  const readIn = useCallback((next: string | undefined) => startTransition(() => setZone(next)), []);
  const reader = useMemo<Reader>(
    () => ({
      preferences,
      tongue,
      prefer: (change) => {
        const next = { ...preferences, ...change };
        keepPreferences(localStorage, next);
        // The words come first: the page stays as it is until it can say everything in the other language.
        void tongueFor(next, zone).then(() => setPreferences(next));
      },
      readIn,
    }),
    [preferences, tongue, zone, readIn],
  );
  return (
    <I18nProvider locale={tongue.locale}>
      <ReaderContext value={reader}>{children}</ReaderContext>
    </I18nProvider>
  );
};

export const useReader = (): Reader => {
  const reader = useContext(ReaderContext);
  if (!reader) throw new Error('outside of a ReaderProvider');
  return reader;
};

/** What this screen says: `words.portfolio.headline(…)`. */
export const useWords = (): Said => useReader().tongue.words;
export const useFormats = (): Formats => useReader().tongue.formats;

const others = { ar: 'en', en: 'ar' } as const;

/** Text that exists in one language or both, in the reader's, else in the other. */
export const useBilingual = (): ((text: { readonly ar?: string; readonly en?: string } | undefined) => string) => {
  const { language } = useFormats();
  return useCallback(
    (text) => {
      const said = text?.[language] === undefined ? others[language] : language;
      return laidOut(text?.[said] ?? '', said);
    },
    [language],
  );
};
