import { isLocalDate } from '@masar/calendar';
import {
  constitutionalParties,
  idPattern,
  latinDate,
  partyPattern,
  Refusal,
  refuse,
  type Instant,
  type LocalDate,
} from '@masar/contracts';
import { InvalidFields } from '@masar/nest-kit';

/** A query string as Fastify reads it. */
export type RawQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

const isId = new RegExp(idPattern);
const isParty = new RegExp(partyPattern);
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

/** `expected` is a form, a list of words or a range: nothing that would have to be said in a language. */
const malformed = (
  path: string,
  code: 'field/shape' | 'field/word' | 'field/range' | 'field/length',
  expected: string,
): never => {
  throw new InvalidFields([{ path, code, expected }], 'query');
};
const partyForms = ['entity:<id>', 'partner:<id>', ...constitutionalParties].join(' | ');

/** An instant in any offset, as UTC text; undefined when it is none. */
const asInstant = (given: string): Instant | undefined => {
  // In a query string an unescaped + is a space.
  const text = given.replace(/ (\d{2}:?\d{2})$/, '+$1');
  if (!instantPattern.test(text) || !isLocalDate(text.slice(0, 10))) return undefined;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString();
};

/**
 * Reads one query string against the parameters a route has. An unknown one is `page/unknown-filter`, a known one with
 * a value that cannot be meant is refused naming it.
 */
export class QueryParameters {
  constructor(
    private readonly query: RawQuery,
    known: readonly string[],
  ) {
    for (const name of Object.keys(query))
      if (!known.includes(name)) refuse('page/unknown-filter', { filter: name, known }, name);
  }

  text(name: string): string | undefined {
    const value = this.query[name];
    if (value === undefined || value === '') return undefined;
    if (typeof value !== 'string') return malformed(name, 'field/shape', `${name}=…`);
    if (value.length > 2000) return malformed(name, 'field/length', '1–2000');
    return value;
  }

  /** Refuses a value of a form this class does not know. */
  malformed(name: string, expected: string): never {
    return malformed(name, 'field/shape', expected);
  }

  id(name: string): string | undefined {
    const value = this.text(name);
    return value === undefined || isId.test(value) ? value : malformed(name, 'field/shape', '[A-Za-z0-9._-], 1–64');
  }

  party(name: string): string | undefined {
    const value = this.text(name);
    return value === undefined || isParty.test(value) ? value : malformed(name, 'field/shape', partyForms);
  }

  /** Values repeated or parted by commas, each out of a list. */
  words(name: string, known?: readonly string[]): readonly string[] | undefined {
    const value = this.query[name];
    const words = (typeof value === 'string' ? [value] : (value ?? []))
      .flatMap((part) => part.split(','))
      .filter((part) => part !== '');
    if (words.length > 100) return malformed(name, 'field/length', '0–100');
    for (const word of words) if (known && !known.includes(word)) malformed(name, 'field/word', known.join(', '));
    return words.length === 0 ? undefined : [...new Set(words)].sort();
  }

  /** One word out of a list, said once. */
  word<T extends string>(name: string, known: readonly T[]): T | undefined {
    const value = this.text(name);
    return value === undefined
      ? undefined
      : (known.find((word) => word === value) ?? malformed(name, 'field/word', known.join(', ')));
  }

  flag(name: string): boolean | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (value !== 'true' && value !== 'false') return malformed(name, 'field/word', 'true, false');
    return value === 'true';
  }

  whole(name: string, otherwise: number, from: number, to: number): number {
    const value = this.text(name);
    if (value === undefined) return otherwise;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
    return number >= from && number <= to ? number : malformed(name, 'field/range', `${from}–${to}`);
  }

  private dateText(name: string): string | undefined {
    const value = this.text(name);
    return value === undefined ? undefined : latinDate(value);
  }

  date(name: string): LocalDate | undefined {
    const value = this.dateText(name);
    if (value === undefined || isLocalDate(value)) return value;
    throw new Refusal('date/not-a-date', { field: name, value }, name);
  }

  dateOrInstant(name: string): LocalDate | Instant | undefined {
    const value = this.dateText(name);
    if (value === undefined || isLocalDate(value)) return value;
    const instant = asInstant(value);
    if (instant !== undefined) return instant;
    throw new Refusal('date/not-a-date', { field: name, value }, name);
  }
}
