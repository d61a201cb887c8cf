import { StandaloneProcess } from '../harness/standalone-process.js';
import { Random } from '../random-history/random.js';
import type { Check, CheckPlan } from './check.js';
import { undisturbed } from './undisturbed-run.js';
import { answered, faultsOf, registerInitiatives, streamOf, timelinesOf, waitsOf, type Given } from './waits-given.js';

const now = '2026-03-01T08:00:00.000Z';
const initiatives = 4;

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
    answered(command, JSON.stringify(answer.body));
    seen.answered += 1;
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
      await registerInitiatives(system.client, initiatives);
      for (let round = 0; round < rounds; round += 1) {
        const fresh = given.map((commands, initiative) => waitsOf(initiative, commands.length, random.between(5, 40)));
        fresh.forEach((commands, initiative) => given[initiative]?.push(...commands));
        const killed = new Promise((resolve) => setTimeout(resolve, random.between(2, 150))).then(() => system.kill9());
        await Promise.all([killed, ...fresh.map((commands) => giveAll(system, commands, seen))]);
        await system.restart();
        failures.push(...(await faultsOf(system.client, given)).map((fault) => `round ${round}: ${fault}`));
        for (const commands of given)
          await giveAll(
            system,
            commands.filter((command) => command.answer === undefined),
            seen,
          );
        if (failures.length > 0) break;
      }
      await Promise.all(given.map((commands) => giveAll(system, commands.slice(-5), seen)));
      failures.push(...(await faultsOf(system.client, given)));
      const [mine, theirs] = [await timelinesOf(system.client, initiatives), await undisturbed(given, now)];
      mine.forEach(
        (text, n) =>
          text !== theirs[n] &&
          failures.push(`${streamOf(n)} differs from an unkilled run:\n  ${text}\n  ${theirs[n]}`),
      );
      return { figures: { kills: rounds, acknowledged: seen.answered, failures: failures.length }, failures };
    } finally {
      await system.remove();
    }
  },
};
