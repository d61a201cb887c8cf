import type { Host } from './host.js';

export interface ProcessStart {
  readonly host: Host;
  /** Lines for the person at the terminal, printed once. */
  readonly announce?: readonly string[];
}

const say = (line: string) => void process.stdout.write(`${line}\n`);

/**
 * Runs a service process: starts it, says where it listens, and stops it in order on SIGTERM or SIGINT. A start that fails
 * says why on stderr and ends with 1.
 */
export const runProcess = async (open: () => Promise<ProcessStart>): Promise<void> => {
  try {
    const { host, announce = [] } = await open();
    let stopping: Promise<void> | undefined;
    const stop = (signal: string) => {
      stopping ??= host.stop().then(
        () => {
          host.logger.info({ signal }, 'stopped');
          process.exit(0);
        },
        (fault: unknown) => {
          host.logger.error({ err: fault }, 'stopping failed');
          process.exit(1);
        },
      );
    };
    process.once('SIGTERM', () => stop('SIGTERM'));
    process.once('SIGINT', () => stop('SIGINT'));
    process.on('unhandledRejection', (fault) => host.logger.error({ err: fault }, 'unhandled rejection'));
    const address = await host.start();
    for (const line of announce) say(line);
    say(`Masar · مسار  ${address}`);
  } catch (fault) {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
    process.exit(1);
  }
};
