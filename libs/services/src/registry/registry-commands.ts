import { calendarDecider, entityDecider, lawPathDecider } from '@masar/domain';
import type { GivenCommand } from '../platform/command-bus.js';
import { DeciderRunner, type Surroundings } from '../platform/decider-runner.js';

const source = '/registry';
const subjectOf = (_state: unknown, command: GivenCommand) =>
  typeof command['entity'] === 'string' ? { concerns: command['entity'] } : {};

/** The command side of the registry: entities, calendars and law paths. */
export class RegistryCommands {
  constructor(around: Surroundings) {
    const { bus } = around;
    const entities = {
      RegisterEntity: { action: 'entity.register', begins: 'new' },
      SucceedEntity: { action: 'entity.succeed' },
    } as const;
    const calendars = {
      SetCalendarDay: { action: 'calendar.set-day', about: 'date', begins: 'either' },
      ConfirmCalendarYear: { action: 'calendar.confirm-year', about: 'year', begins: 'either' },
    } as const;
    const lawPaths = { PublishLawPath: { action: 'law-path.publish', begins: 'either' } } as const;
    bus.register('entities', new DeciderRunner({ decider: entityDecider, source, kinds: entities, subjectOf }, around));
    bus.register(
      'calendars',
      new DeciderRunner({ decider: calendarDecider, source, kinds: calendars, subjectOf }, around),
    );
    bus.register(
      'law-paths',
      new DeciderRunner({ decider: lawPathDecider, source, kinds: lawPaths, subjectOf }, around),
    );
  }
}
