import type { Current } from './state-cache.js';

/** A command, or how to make it from the state it will meet; made anew for each attempt, so that its context is fresh. */
export type CommandSource<State, Command> = Command | ((current: Current<State>) => Command | Promise<Command>);

/** Commands are data; whatever is a function makes one. */
export const commandFrom = async <State, Command>(
  source: CommandSource<State, Command>,
  current: Current<State>,
): Promise<Command> =>
  typeof source === 'function' ? (source as (current: Current<State>) => Command | Promise<Command>)(current) : source;
