import { registerHooks } from 'node:module';

/* Opens the reporting store it is told and prints which drivers were loaded on the way. */
const drivers = new Set<string>();
registerHooks({
  load: (url, context, next) => {
    const driver = /\/node_modules\/(mongoose|mongodb)\//.exec(url)?.[1];
    if (driver !== undefined) drivers.add(driver);
    return next(url, context);
  },
});

const { openReportingStore } = await import('../index.js');
try {
  await (await openReportingStore(process.argv[2]!, { patience: { selectionMs: 50 } })).close();
} catch {
  // Nobody need be there: what was loaded to ask is what counts.
}
process.stdout.write(`drivers: ${[...drivers].sort().join(' ')}\n`);
