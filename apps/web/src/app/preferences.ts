import { isShown, type Shown } from '../i18n/languages.js';
import type { Digits } from '../i18n/formats.js';

/** What one reader chose on this device; nothing of it leaves it. */
export interface Preferences {
  readonly shown: Shown;
  readonly digits: Digits;
  readonly theme: 'light' | 'dark' | 'system';
  readonly density: 'relaxed' | 'compact';
}

const place = 'masar.preferences';
const first: Preferences = { shown: 'ar', digits: 'latn', theme: 'system', density: 'relaxed' };

const oneOf = <T extends string>(value: unknown, allowed: readonly T[], otherwise: T): T =>
  allowed.includes(value as T) ? (value as T) : otherwise;

/** What was kept, each value looked at: a hand may have changed it. `?lang=` wins for this visit and is kept. */
export const readPreferences = (store: Pick<Storage, 'getItem'>, search: string): Preferences => {
  let kept: Partial<Record<keyof Preferences, unknown>> = {};
  try {
    kept = (JSON.parse(store.getItem(place) ?? '{}') ?? {}) as typeof kept;
  } catch {
    // Not ours, or cut short: the reader starts from the first choice.
  }
  const asked = new URLSearchParams(search).get('lang');
  const shown = isShown(asked) ? asked : kept.shown;
  return {
    shown: typeof shown === 'string' && isShown(shown) ? shown : first.shown,
    digits: oneOf(kept.digits, ['latn', 'arab'], first.digits),
    theme: oneOf(kept.theme, ['light', 'dark', 'system'], first.theme),
    density: oneOf(kept.density, ['relaxed', 'compact'], first.density),
  };
};

export const keepPreferences = (store: Pick<Storage, 'setItem'>, preferences: Preferences): void =>
  store.setItem(place, JSON.stringify(preferences));
