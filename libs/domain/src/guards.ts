import { isLocalDate } from '@masar/calendar';
import { refuse, type LocalDate, type RefusalCode } from '@masar/contracts';
import type { CommandContext } from './command-context.js';

/** What every command says besides its own fields. */
export interface Asked {
  /** The business date of the fact. */
  readonly on: LocalDate;
  readonly context: CommandContext;
}

/** Refuses `date/not-a-date`: the pattern of a body lets `2026-02-30` through. */
export const realDate = (date: unknown, path: string): LocalDate =>
  isLocalDate(date) ? date : refuse('date/not-a-date', { value: date }, path);

/** Refuses `date/in-future`, judged in the actor's zone, for whatever has happened; nothing overrules it. */
export const notInFuture = ({ context }: Pick<Asked, 'context'>, date: LocalDate, path: string): void => {
  realDate(date, path);
  if (date > context.today) refuse('date/in-future', { on: date, today: context.today }, path);
};

/** Refuses a date before another one with `code`; a source's own order stands. */
export const notBefore = (
  { context }: Pick<Asked, 'context'>,
  date: LocalDate,
  limit: LocalDate | undefined,
  path: string,
  code: RefusalCode = 'date/out-of-order',
): void => {
  if (limit !== undefined && date < limit && !context.fromSource) refuse(code, { date, notBefore: limit }, path);
};
