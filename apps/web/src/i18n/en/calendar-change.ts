import type { calendarChange as source } from '../ar/calendar-change.js';
import type { Formats } from '../formats.js';

export const calendarChange = ({ count, day, number, signed }: Formats): ReturnType<typeof source> => {
  const initiatives = (n: number) => count(n, { one: '# initiative', other: '# initiatives' });
  const between = (from: string, to: string) => `from ${from} to ${to}`;
  const dates = (from: string | null, to: string | null) =>
    between(from === null ? 'no date' : day(from), to === null ? 'no date' : day(to));
  const workingDays = (from: number | null, to: number | null) =>
    between(from === null ? '—' : signed(from), to === null ? '—' : signed(to));
  return {
    title: 'What this day would move',
    lead: 'Worked out beforehand; nothing of it is recorded.',
    reading: (looked: number, of: number) => `Read ${number(looked)} of ${initiatives(of)}`,
    progress: 'How far it is read',
    nothing: (of: number) => `No date and no count of working days moves: ${initiatives(of)} read.`,
    moved: (n: number, of: number) =>
      `It moves ${count(n, { one: '# initiative', other: '# initiatives' })} out of ${number(of)}`,
    restricted: (n: number) => `Without ${initiatives(n)} out of your reach.`,
    others: (n: number) => `and ${initiatives(n)} more`,
    away: 'What it would move could not be read. The day can still be set.',
    dated: {
      'original-target': (of: string, from: string | null, to: string | null) =>
        `“${of}”: original target ${dates(from, to)}`,
      target: (of: string, from: string | null, to: string | null) => `“${of}”: current target ${dates(from, to)}`,
      'missed-from': (of: string, from: string | null, to: string | null) =>
        `“${of}”: counts as missed as of a day that goes ${dates(from, to)}`,
      'request-until': (of: string, from: string | null, to: string | null) =>
        `“${of}”: its request gives it time until a day that goes ${dates(from, to)}`,
      'legal-until': (of: string, from: string | null, to: string | null) =>
        `Stage “${of}”: end of the legal period ${dates(from, to)}`,
    },
    status: (of: string, from: string, to: string) => `“${of}”: ${between(from, to)}`,
    counted: {
      slip: (of: string, from: number | null, to: number | null) =>
        `“${of}”: slip in working days ${workingDays(from, to)}`,
      variance: (of: string, from: number | null, to: number | null) =>
        `“${of}”: variance in working days ${workingDays(from, to)}`,
    },
    summed: {
      active: (from: number, to: number) => `Active days of the day ledger ${between(number(from), number(to))}`,
      waiting: (from: number, to: number) => `Waiting days of the day ledger ${between(number(from), number(to))}`,
      paused: (from: number, to: number) => `Paused days of the day ledger ${between(number(from), number(to))}`,
      'working-days': (from: number, to: number) =>
        `Working days within the day ledger ${between(number(from), number(to))}`,
    },
  };
};
