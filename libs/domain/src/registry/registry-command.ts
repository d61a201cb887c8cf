import { isLocalDate } from '@masar/calendar';
import { Refusal, type LocalDate } from '@masar/contracts';
import type { CommandContext } from '../command-context.js';

/** What every command of the registry carries besides its own fields. */
export interface RegistryCommand {
  /** The business date of the fact. */
  readonly on: LocalDate;
  readonly context: CommandContext;
}

/** A fact of the registry is a day that exists and has come: refuses `date/not-a-date` and `date/in-future`. */
export const requireStatedDay = ({ on, context }: RegistryCommand): void => {
  if (!isLocalDate(on)) throw new Refusal('date/not-a-date', { on }, 'on');
  if (on > context.today) throw new Refusal('date/in-future', { on, today: context.today }, 'on');
};
