import { allChecks } from './checks/all-checks.js';

const usage = `npm run acceptance -- [--check NAME]… [--rounds N] [--seed N]
checks:
${allChecks.map((check) => `  ${check.name}: ${check.what} (usually ${check.usually} rounds)`).join('\n')}`;

interface Wanted {
  readonly names: readonly string[];
  readonly rounds?: number;
  readonly seed: number;
}

/** Reads the words of the command line; undefined when they make no sense. */
const wantedFrom = (words: readonly string[]): Wanted | undefined => {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  for (let index = 0; index < words.length; index += 2) {
    const [word, value] = [words[index], words[index + 1]];
    if (word === '--check' && allChecks.some((check) => check.name === value)) names.push(value as string);
    else if ((word === '--rounds' || word === '--seed') && /^\d+$/.test(value ?? '')) numbers.set(word, Number(value));
    else return undefined;
  }
  const rounds = numbers.get('--rounds');
  return { names, seed: numbers.get('--seed') ?? 1, ...(rounds === undefined ? {} : { rounds }) };
};

const wanted = wantedFrom(process.argv.slice(2));
if (!wanted) {
  process.stderr.write(`${usage}\n`);
  process.exitCode = 2;
} else {
  for (const check of allChecks) {
    if (wanted.names.length > 0 && !wanted.names.includes(check.name)) continue;
    const started = Date.now();
    const { figures, failures, isSkipped } = await check.run({
      rounds: wanted.rounds ?? check.usually,
      seed: wanted.seed,
    });
    const seconds = Math.round((Date.now() - started) / 100) / 10;
    const line = Object.entries({ ...figures, seconds }).map(([name, value]) => `${name} ${value}`);
    const verdict = isSkipped ? 'SKIPPED' : failures.length === 0 ? 'holds' : 'FAILS';
    process.stdout.write(`${verdict}  ${check.name}: ${line.join(', ')}\n`);
    for (const failure of failures.slice(0, 20)) process.stdout.write(`${failure}\n\n`);
    if (failures.length > 0) process.exitCode = 1;
  }
}
