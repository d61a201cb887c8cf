import type { RunningSystem } from '../harness/running-system.js';
import { startSystem } from '../harness/start-system.js';
import { playHistories } from '../random-history/play-histories.js';
import type { HistoryModel } from '../random-history/history-model.js';
import { openWorld } from '../random-history/world.js';
import type { Check, CheckPlan } from './check.js';

const firstDay = '2026-02-08';
const histories = 6;

const questionsOf = (models: readonly HistoryModel[], day: string): readonly string[] => [
  ...models.map((model) => `/api/timelines/${model.stream}?knownOn=${day}`),
  `/api/portfolio?knownOn=${day}&limit=500`,
  `/api/portfolio/delays?knownOn=${day}`,
];

/** Waits until reporting has every history's last event, so that the answer of the day is the whole answer. */
const caughtUp = async (system: RunningSystem, models: readonly HistoryModel[]): Promise<void> => {
  for (const model of models)
    await system.client.json(
      `/api/timelines/${model.stream}?atLeast=${encodeURIComponent(model.position ?? '')}&waitMs=10000`,
    );
};

const differing = async (
  system: RunningSystem,
  answers: ReadonlyMap<string, string>,
  when: string,
): Promise<readonly string[]> => {
  const failures: string[] = [];
  for (const [question, answer] of answers) {
    const now = await system.client.text(question);
    if (now !== answer) failures.push(`${question} differs ${when}\n  then ${answer}\n  now  ${now}`);
  }
  return failures;
};

/** Every answer of the end of each simulated day, asked again when all is over, after a restart and after `rebuild`. */
export const knownOnRecall: Check = {
  name: 'known-on-recall',
  what: 'what was known at the end of each day is answered byte for byte later, also after rebuild',
  usually: 60,
  run: async ({ rounds, seed }: CheckPlan) => {
    const system = await startSystem({ now: `${firstDay}T06:00:00.000Z` });
    try {
      const world = await openWorld(system.target());
      const answers = new Map<string, string>();
      const seeds = Array.from({ length: histories }, (_, index) => seed + index);
      await playHistories(world, { seeds, firstDay, days: rounds, atOnce: 4, nights: false }, async (day, models) => {
        await caughtUp(system, models);
        for (const question of questionsOf(models, day)) answers.set(question, await system.client.text(question));
      });
      const failures = [...(await differing(system, answers, 'afterwards'))];
      await system.rebuild();
      failures.push(...(await differing(system, answers, 'after rebuild')));
      return { figures: { days: rounds, answers: answers.size, differences: failures.length }, failures };
    } finally {
      await system.remove();
    }
  },
};
