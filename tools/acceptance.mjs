import { spawnSync } from 'node:child_process';
import { bundled, root } from './run/bundled.mjs';
import { requireNode } from './run/node-version.mjs';

/*
 * `npm run acceptance -- [--check NAME]… [--rounds N] [--seed N]`: the long random checks. Those of a whole running system are
 * in apps/acceptance, which knows Masar from outside only; two look inside and are run here, from the sources.
 */
requireNode();
const words = process.argv.slice(2);
const valuesOf = (word) => words.flatMap((given, at) => (given === word ? [words[at + 1]] : []));
const [rounds] = valuesOf('--rounds');
const [seed = '1'] = valuesOf('--seed');
const named = valuesOf('--check');
if ([...valuesOf('--rounds'), ...valuesOf('--seed')].some((value) => !/^[1-9]\d*$/.test(value ?? ''))) {
  // A check of no rounds at all would hold.
  console.error('--rounds and --seed take a whole number from 1 on');
  process.exit(2);
}

const fromSources = ['--conditions=@masar/source', '--import', './tools/run/sources.mjs'];
const jest = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  ...fromSources,
  'node_modules/jest/bin/jest.js',
];
/** Scenarios that are about Masar and not about the folder of one process. */
const overCluster = [
  ...[
    'access-matrix',
    'bad-input',
    'commitment-story',
    'commitments',
    'four-eyes-races',
    'hidden-from-readers',
    'interface',
    'known-on-recall',
    'random-histories',
    'real-gmpp',
    'real-gmpp-years',
    'real-sources',
  ],
  ...['resends', 'rules', 'time-alone', 'worked-examples'],
];

/** Rounds are seeds of five cut writes or full disks each, a tenth of them kills of a writing process as well; and runs of an interleaving. */
const inside = {
  'store-faults': {
    command: [
      ...fromSources,
      'libs/event-store/src/simulation/run.ts',
      rounds ?? '60',
      String(Math.ceil((rounds ?? 60) / 10)),
      seed,
    ],
  },
  // Everything a scenario says of one process, over a cluster: `npm test` does this with some of them.
  'cluster-scenarios': {
    command: [...jest, `apps/acceptance/src/scenarios/(${overCluster.join('|')})\\.e2e`],
    environment: { MASAR_ACCEPTANCE_OVER: 'cluster' },
  },
  interleavings: {
    command: [...jest, 'libs/services/src/reporting/interleavings'],
    environment: { MASAR_INTERLEAVINGS: rounds ?? '20' },
  },
};

const run = (command, environment = {}) =>
  spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } }).status;

const whole = words.filter((word, at) => !(word in inside) && !(word === '--check' && words[at + 1] in inside));
if (named.length === 0 || named.some((name) => !(name in inside))) {
  bundled('standalone');
  bundled('cli');
  if (run([bundled('acceptance'), ...whole]) !== 0) process.exitCode = 1;
}
for (const [name, { command, environment }] of Object.entries(inside)) {
  if (named.length > 0 && !named.includes(name)) continue;
  const started = Date.now();
  const status = run(command, environment);
  console.log(`${status === 0 ? 'holds' : 'FAILS'}  ${name}: seconds ${Math.round((Date.now() - started) / 100) / 10}`);
  if (status !== 0) process.exitCode = 1;
}
