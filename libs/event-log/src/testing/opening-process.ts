import { registerHooks } from 'node:module';

/*
 * Opens what it is told (`store <url>`, `log <url>` or `broker <url>`, several in a row) and prints which drivers were loaded
 * on the way.
 */
const drivers = new Set<string>();
registerHooks({
  load: (url, context, next) => {
    const driver = /\/node_modules\/(kafkajs|mongoose|mongodb)\//.exec(url)?.[1];
    if (driver !== undefined) drivers.add(driver);
    return next(url, context);
  },
});

const [{ openEventStore }, { openEventBroker, openEventLog }] = await Promise.all([
  import('@masar/event-store'),
  import('../index.js'),
]);
const open: Record<string, (url: string) => Promise<{ close(): Promise<void> }>> = {
  store: (url) => openEventStore(url),
  log: (url) => openEventLog(url),
  broker: (url) => openEventBroker(url),
};

const asked = process.argv.slice(2);
const opened = [];
for (let index = 0; index < asked.length; index += 2) opened.push(await open[asked[index]!]!(asked[index + 1]!));
for (const one of opened) await one.close();
process.stdout.write(`drivers: ${[...drivers].sort().join(' ')}\n`);
