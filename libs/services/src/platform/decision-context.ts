import { localDateOf } from '@masar/calendar';
import type { Instant, LocalDate, StreamName } from '@masar/contracts';
import type { Actor } from '@masar/access';
import type { BookedSpan, CommandContext, KnownInitiative } from '@masar/domain';
import type { DirectoryService } from './directory-service.js';

/** A decision asked for something that has to be fetched first; the runner fetches it and decides again. */
export class OpenQuestion extends Error {
  constructor(
    readonly about: 'date' | 'ledger' | 'initiative',
    readonly reference: string = '',
  ) {
    super(`${about} ${reference}`);
    this.name = 'OpenQuestion';
  }
}

/** What has been fetched for one command so far. */
export interface Answers {
  readonly dates: Map<string, LocalDate | undefined>;
  ledger?: readonly BookedSpan[];
  readonly initiatives: Map<StreamName, KnownInitiative | undefined>;
}

export const noAnswers = (): Answers => ({ dates: new Map(), initiatives: new Map() });

/** Everything a decision may lean on; what is not at hand raises an `OpenQuestion` when it is asked for. */
export const contextOf = (
  actor: Actor,
  now: Instant,
  directory: DirectoryService,
  answers: Answers,
  fromSource: boolean,
): CommandContext => {
  const known = directory.current();
  return {
    actor,
    now,
    today: localDateOf(now, known.zoneOf(actor.entity)),
    localDate: localDateOf,
    directory: known,
    dateOf: (reference) => {
      if (!answers.dates.has(reference)) throw new OpenQuestion('date', reference);
      return answers.dates.get(reference);
    },
    ledger: () => {
      if (answers.ledger === undefined) throw new OpenQuestion('ledger');
      return answers.ledger;
    },
    initiative: (stream) => {
      if (!answers.initiatives.has(stream)) throw new OpenQuestion('initiative', stream);
      return answers.initiatives.get(stream);
    },
    ...(fromSource ? { fromSource } : {}),
  };
};
