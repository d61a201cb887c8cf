import { localDateOf } from '@masar/calendar';
import type { LocalDate } from '@masar/contracts';
import type { Actor } from '@masar/contracts';
import type { CommandContext } from '../command-context.js';
import type { InitiativeCommand, InitiativeCommandFields, InitiativeCommandType } from '../initiative/commands.js';
import { registry } from './a-registry.js';

/** Somebody who gives commands: on a day, what, with which fields. `on` is that day unless a field says otherwise. */
export type Voice = <T extends InitiativeCommandType>(
  today: LocalDate,
  type: T,
  fields: InitiativeCommandFields[T] & { readonly on?: LocalDate },
) => InitiativeCommand<T>;

/** The voice of a person; `knowing` is what the edge would have resolved for the command (a ledger, dates of others). */
export const voice =
  (actor: Actor, knowing: Partial<CommandContext> = {}): Voice =>
  (today, type, fields) =>
    ({
      type,
      on: today,
      ...fields,
      context: {
        actor,
        now: `${today}T09:00:00.000Z`,
        today,
        localDate: localDateOf,
        directory: registry,
        dateOf: () => undefined,
        ...knowing,
      },
    }) as unknown as InitiativeCommand<typeof type>;

export const lead = voice({ user: 'layla', roles: ['member', 'lead'], entity: 'education' });
export const member = voice({ user: 'maha', roles: ['member'], entity: 'education' });
/** Of the cabinet office: no entity. */
export const reviewer = voice({ user: 'rami', roles: ['reviewer'] });
export const otherReviewer = voice({ user: 'reem', roles: ['reviewer'] });
/** While no second account exists. */
export const onlyAdministrator = voice({ user: 'admin', roles: ['administrator'], onlyAccount: true });
export const source = voice({ user: 'import', roles: ['integrator'] }, { fromSource: true });
