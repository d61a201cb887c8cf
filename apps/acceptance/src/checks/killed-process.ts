import { StandaloneProcess } from '../harness/standalone-process.js';
import { Random } from '../random-history/random.js';
import type { Check, CheckPlan } from './check.js';

const now = '2026-03-01T08:00:00.000Z';
const initiatives = 4;

interface Given {
  readonly key: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
  answer?: string;
}

const commandsOf = (initiative: number, from: number, count: number): Given[] =>
  Array.from({ length: count }, (_, index) => {
    const n = from + index;
    const since = `2026-02-${String(1 + (n % 25)).padStart(2, '0')}`;
    const body = { party: 'entity:finance', reason: 'busy', since, note: `n-${n}` };
    return { key: `k-${initiative}-${n}`, path: `/api/projects/p-${initiative}/waits`, body };
  });

const prepare = async (system: StandaloneProcess): Promise<void> => {
  for (const id of ['education', 'finance']) {
    await system.client.accept('/api/entities', { id, name: { en: id }, jurisdiction: 'EG' });
  }
  for (let n = 0; n < initiatives; n += 1) {
    const body = { id: `p-${n}`, title: { en: `p-${n}` }, owner: 'education', startedOn: '2026-01-04' };
    await system.client.accept('/api/projects', body, { 'idempotency-key': `register-${n}` });
  }
};

/** Gives commands one after the other until the process is gone or all are answered. */
const giveAll = async (
  system: StandaloneProcess,
  commands: readonly Given[],
  seen: { answered: number },
): Promise<void> => {
  for (const command of commands) {
    const answer = await system.client
      .post(command.path, command.body, { 'idempotency-key': command.key })
      .catch(() => undefined);
    if (!answer) return;
    if (answer.status >= 300)
      throw new Error(`${command.path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    const text = JSON.stringify(answer.body);
    if (command.answer !== undefined && command.answer !== text)
      throw new Error(`${command.key} answered ${command.answer}, then ${text}`);
    command.answer = text;
    seen.answered += 1;
  }
};

/** What was acknowledged is there once, in order, and nothing is there twice. */
const faultsOf = async (
  system: StandaloneProcess,
  given: readonly (readonly Given[])[],
): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const [initiative, commands] of given.entries()) {
    const events = await system.client.all(`/api/projects/p-${initiative}/events`);
    events.forEach((event, index) => {
      if (Number(event['version']) !== index + 1)
        faults.push(`p-${initiative}: version ${String(event['version'])} at place ${index + 1}`);
    });
    const notes = events.map((event) => (event['data'] as Record<string, unknown>)['note']);
    if (new Set(notes.filter(Boolean)).size !== notes.filter(Boolean).length)
      faults.push(`p-${initiative}: recorded twice`);
    for (const command of commands) {
      if (command.answer === undefined) continue;
      const { version } = JSON.parse(command.answer) as { version: number };
      if (notes[version - 1] !== command.body['note'])
        faults.push(`p-${initiative}: ${command.key} acknowledged as ${version} is not there`);
    }
  }
  return faults;
};

const timelinesOf = async (system: StandaloneProcess): Promise<readonly string[]> => {
  const texts: string[] = [];
  for (let n = 0; n < initiatives; n += 1) {
    const { version } = await system.client.json(`/api/projects/p-${n}`);
    texts.push(
      await system.client.text(
        `/api/timelines/projects/p-${n}?atLeast=projects/p-${n}@${String(version)}&waitMs=10000`,
      ),
    );
  }
  return texts;
};

/** The same commands in a system nobody kills. */
const undisturbed = async (given: readonly (readonly Given[])[]): Promise<readonly string[]> => {
  const system = await StandaloneProcess.start({ now });
  try {
    await prepare(system);
    for (const commands of given)
      for (const { path, body, key } of commands) await system.client.accept(path, body, { 'idempotency-key': key });
    return await timelinesOf(system);
  } finally {
    await system.remove();
  }
};

/** Kills the process in the middle of writes, again and again: what was acknowledged stays, once and in order. */
export const killedProcess: Check = {
  name: 'killed-process',
  what: 'kill -9 in the middle of writes loses nothing acknowledged, and timelines equal those of an unkilled run',
  usually: 3,
  run: async ({ rounds, seed }: CheckPlan) => {
    const random = new Random(seed);
    const system = await StandaloneProcess.start({ now });
    const seen = { answered: 0 };
    const failures: string[] = [];
    const given: Given[][] = Array.from({ length: initiatives }, () => []);
    try {
      await prepare(system);
      for (let round = 0; round < rounds; round += 1) {
        const fresh = given.map((commands, initiative) =>
          commandsOf(initiative, commands.length, random.between(5, 40)),
        );
        fresh.forEach((commands, initiative) => given[initiative]?.push(...commands));
        const killed = new Promise((resolve) => setTimeout(resolve, random.between(2, 150))).then(() => system.kill9());
        await Promise.all([killed, ...fresh.map((commands) => giveAll(system, commands, seen))]);
        await system.restart();
        failures.push(...(await faultsOf(system, given)).map((fault) => `round ${round}: ${fault}`));
        for (const commands of given)
          await giveAll(
            system,
            commands.filter((command) => command.answer === undefined),
            seen,
          );
        if (failures.length > 0) break;
      }
      await Promise.all(given.map((commands) => giveAll(system, commands.slice(-5), seen)));
      failures.push(...(await faultsOf(system, given)));
      const [mine, theirs] = [await timelinesOf(system), await undisturbed(given)];
      mine.forEach(
        (text, n) =>
          text !== theirs[n] && failures.push(`p-${n} differs from an unkilled run:\n  ${text}\n  ${theirs[n]}`),
      );
      return { figures: { kills: rounds, acknowledged: seen.answered, failures: failures.length }, failures };
    } finally {
      await system.remove();
    }
  },
};
