import { pino, type Logger } from 'pino';
import type { LoggerService } from '@nestjs/common';
import type { Settings } from '../settings/settings.js';

export type { Logger } from 'pino';

/** Structured lines on stdout. Nobody logs bodies, tokens or passwords; these fields are blanked all the same. */
export const makeLogger = (settings: Pick<Settings, 'logLevel'>, service: string): Logger =>
  pino({
    level: settings.logLevel,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: ['password', 'token', 'authorization', 'cookie', '*.password', '*.token', '*.authorization', '*.cookie'],
      censor: '[withheld]',
    },
  });

/** Nest's own messages, through the same logger: its start-up chatter only at debug. */
export const nestLogger = (logger: Logger): LoggerService => {
  const nest = logger.child({ from: 'nest' });
  return {
    log: (message: unknown) => nest.debug(String(message)),
    error: (message: unknown, ...rest: unknown[]) => nest.error({ rest: rest.map(String) }, String(message)),
    warn: (message: unknown) => nest.warn(String(message)),
    debug: (message: unknown) => nest.trace(String(message)),
    verbose: (message: unknown) => nest.trace(String(message)),
    fatal: (message: unknown) => nest.fatal(String(message)),
  };
};
