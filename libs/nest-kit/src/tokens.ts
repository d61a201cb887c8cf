/** Names under which the host's own things are injected. */
export const SETTINGS = Symbol('settings');
export const CLOCK = Symbol('clock');
export const LOGGER = Symbol('logger');
export const METRICS = Symbol('metrics');
export const READINESS = Symbol('readiness');
export const AUTHENTICATOR = Symbol('authenticator');
