import { readFileSync, statSync } from 'node:fs';
import type { Instant } from '@masar/contracts';
import { SettingFault } from '../settings/settings.js';
import { instantOfDay } from './local-time.js';

/** The one source of time of a process: the machine's clock moved by so many milliseconds (none, unless MASAR_TODAY moves it). */
export interface Clock {
  now(): Instant;
  /** How far this clock is from the machine's, so that a store on another thread can show the same. */
  offset(): number;
  /** Called when the offset changes; answers a function that stops it. */
  onMoved(listener: (offset: number) => void): () => void;
  /** The simulated setting in force, shown on every page; absent on a real clock. */
  readonly simulated?: string;
}

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  offset: () => 0,
  onMoved: () => () => undefined,
};

const hourOfADate = 9;

/** Milliseconds of `text`: an instant, or a date = 09:00 of it in `zone`. */
const startOf = (text: string, zone: string): number => {
  const asInstant = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : NaN;
  const start = /^\d{4}-\d{2}-\d{2}$/.test(text) ? instantOfDay(text, hourOfADate, zone) : asInstant;
  if (Number.isNaN(start))
    throw new SettingFault('MASAR_TODAY', text, 'a date, an instant with offset, or @FILE holding one');
  return start;
};

const offsetOf = (text: string, zone: string): number => startOf(text.trim(), zone) - Date.now();

/** Answers the offset the file asks for: anew whenever the file has changed; a half-written file leaves it as it was. */
const followFile = (path: string, zone: string): (() => number) => {
  const stampOf = () => {
    const { mtimeNs, size, ino } = statSync(path, { bigint: true });
    return `${mtimeNs}/${size}/${ino}`;
  };
  let stamp = stampOf();
  let offset = offsetOf(readFileSync(path, 'utf8'), zone);
  return () => {
    try {
      const seen = stampOf();
      if (seen !== stamp) {
        offset = offsetOf(readFileSync(path, 'utf8'), zone);
        stamp = seen;
      }
    } catch {
      return offset;
    }
    return offset;
  };
};

/**
 * The clock of `MASAR_TODAY` (api.md, Settings): an instant, or a date = 09:00 of it in `zone`, from where it runs on;
 * `@FILE` is looked at on every reading. Without it the machine's. Throws `SettingFault`.
 */
export const clockOf = (today: string | undefined, zone: string): Clock => {
  if (today === undefined) return systemClock;
  const listeners = new Set<(offset: number) => void>();
  const fixed = today.startsWith('@') ? undefined : offsetOf(today, zone);
  const read = fixed === undefined ? followFile(today.slice(1), zone) : () => fixed;
  let current = read();
  const offset = () => {
    const seen = read();
    if (seen !== current) {
      current = seen;
      for (const listener of listeners) listener(seen);
    }
    return seen;
  };
  return {
    now: () => new Date(Date.now() + offset()).toISOString(),
    offset,
    onMoved: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    simulated: today,
  };
};
