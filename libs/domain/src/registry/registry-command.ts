import { notInFuture, type Asked } from '../guards.js';

/** What every command of the registry carries besides its own fields. */
export type RegistryCommand = Asked;

/** A fact of the registry is a day that exists and has come: refuses `date/not-a-date` and `date/in-future`. */
export const requireStatedDay = (command: RegistryCommand): void => notInFuture(command, command.on, 'on');
