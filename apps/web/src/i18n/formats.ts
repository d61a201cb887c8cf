/**
 * How numbers, days and instants are written for one reader. Decided once per language and choice of digits: nothing else
 * in the page formats a number. Dates come as `YYYY-MM-DD` and are days, never instants.
 */
export type Digits = 'latn' | 'arab';
export type Language = 'ar' | 'en';

/** The forms a counted noun may need: Arabic uses all six, English two. `#` stands for the number. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

export interface Formats {
  readonly language: Language;
  /** `1,234`, also `−3` with the sign a reader sees. */
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** `+14`, `−3`, `0`, always left to right within a sentence. */
  signed(value: number): string;
  /** `0.53` as `53%`. */
  share(value: number): string;
  /** A counted noun in the form its number asks for. */
  count(value: number, forms: Forms): string;
  /** `24 نوفمبر 2026`; `short` leaves the year out, `numeric` is for tables, `weekday` puts the name of the day first. */
  day(date: string, style?: 'long' | 'short' | 'weekday' | 'month' | 'monthName' | 'year'): string;
  /** The same day by Umm al-Qura. */
  hijri(date: string, style?: 'long' | 'month' | 'monthName'): string;
  /** An ISO instant as day and time in the zone of the reader's entity; at the door, where nobody is known yet, the device's. */
  instant(at: string): string;
  time(at: string): string;
  list(items: readonly string[]): string;
  /** What the reader typed, with its digits as the machine reads them. */
  plainDigits(text: string): string;
}

const leftToRight = (text: string) => `\u2066${text}\u2069`;
const dayOf = (date: string) => new Date(`${date.slice(0, 10)}T00:00:00Z`);
const easternZero = 0x0660;
const persianZero = 0x06f0;

const dayStyles = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'long' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
  monthName: { month: 'long' },
  year: { year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** One formatter per question, kept: making one costs a thousand times what using it costs. */
const kept = <A extends object, F>(make: (options: A) => F): ((options: A) => F) => {
  const made = new Map<string, F>();
  return (options) => {
    const key = JSON.stringify(options);
    const found = made.get(key) ?? make(options);
    made.set(key, found);
    return found;
  };
};

export const plainDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code >= persianZero ? persianZero : easternZero));
  });

/** `zone`: an IANA name. */
export const formatsFor = (language: Language, digits: Digits, zone?: string): Formats => {
  const there = zone === undefined ? {} : { timeZone: zone };
  const tag = `${language === 'ar' ? 'ar-EG' : 'en-GB'}-u-nu-${digits}`;
  const numbers = kept((options: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options));
  const dates = kept((options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, options));
  const plural = new Intl.PluralRules(language);
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' });
  const number = (value: number, options: Intl.NumberFormatOptions = {}) => numbers(options).format(value);
  return {
    language,
    number,
    signed: (value) => {
      const sign = value > 0 ? '+' : value < 0 ? '−' : '';
      return leftToRight(sign + number(Math.abs(value)));
    },
    share: (value) => leftToRight(`${number(Math.round(value * 100))}%`),
    count: (value, forms) => (forms[plural.select(value)] ?? forms.other).replace('#', number(value)),
    day: (date, style = 'long') =>
      dates({ timeZone: 'UTC', calendar: 'gregory', ...dayStyles[style] }).format(dayOf(date)),
    hijri: (date, style = 'long') =>
      dates({
        timeZone: 'UTC',
        calendar: 'islamic-umalqura',
        ...(style === 'month' ? { month: 'long', year: 'numeric' } : dayStyles[style]),
      }).format(dayOf(date)),
    instant: (at) =>
      dates({
        ...there,
        calendar: 'gregory',
        ...dayStyles.long,
        hour: '2-digit',
        minute: '2-digit',
        hour12: false,
      }).format(new Date(at)),
    time: (at) => dates({ ...there, hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(at)),
    list: (items) => lists.format(items),
    plainDigits,
  };
};
