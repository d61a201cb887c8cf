/** Names under which the composition root supplies the stores; services inject these and know no adapter. */
export const EVENT_STORE = Symbol('event-store');
export const EVENT_LOG = Symbol('event-log');
export const READ_MODELS = Symbol('read-models');
export const HISTORY = Symbol('history');
