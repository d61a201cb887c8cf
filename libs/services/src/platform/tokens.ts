/** Names under which the composition root supplies what a process stands on; services inject these and know no adapter. */
export const EVENT_STORE = Symbol('event-store');
export const EVENT_LOG = Symbol('event-log');
export const COMMAND_HANDLER = Symbol('command-handler');
/** A `DirectoryService`. */
export const DIRECTORY = Symbol('directory');
