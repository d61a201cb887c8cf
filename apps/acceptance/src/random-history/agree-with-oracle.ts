import type { HistoryEvent } from '../oracle/known-history.js';
import { oracleLedger, type OracleLedger } from '../oracle/oracle-ledger.js';
import { oracleMilestones } from '../oracle/oracle-milestones.js';
import { addDays } from './days.js';
import { compareLedgers } from './compare-ledgers.js';
import { compareMilestones, type ShownMilestone } from './compare-milestones.js';
import type { HistoryModel } from './history-model.js';
import { Random } from './random.js';
import type { ShownLedger } from './shown-ledger.js';
import { recordedOf } from './recorded-of.js';
import { registryOf, type World } from './world.js';

export interface Question {
  readonly on?: string;
  readonly knownOn?: string;
}

/** A history on which the system and the oracle do not agree, with all it takes to see why. */
export interface Disagreement {
  readonly seed: number;
  readonly stream: string;
  readonly question: Question;
  readonly differences: readonly string[];
  readonly report: string;
}

const someQuestions = (
  random: Random,
  firstDay: string,
  lastDay: string,
  days: number,
  count: number,
): readonly Question[] => {
  const questions: Question[] = [{}, { on: lastDay }];
  while (questions.length < count) {
    const knownOn = addDays(firstDay, random.between(0, days - 1));
    const on = addDays(firstDay, random.between(-5, days - 1));
    questions.push(random.pick<Question>([{ on }, { knownOn }, { on, knownOn }]));
  }
  return questions;
};

/** One entry a line, as short as it can be read. */
const linesOf = (
  entries: readonly {
    from: string;
    to: string;
    bucket: string;
    party: string;
    source: string;
    cause?: string | null;
  }[],
) => entries.map((e) => `  ${e.from} ${e.to} ${e.bucket} ${e.party} ${e.source} ${e.cause ?? ''}`).join('\n');

const reportOf = (
  model: HistoryModel,
  events: readonly HistoryEvent[],
  shown: ShownLedger | null | undefined,
  expected: OracleLedger | undefined,
): string =>
  [
    'commands accepted:',
    ...model.log
      .filter((line) => line.status < 300)
      .map((line) => `  ${line.day} POST ${line.path} ${JSON.stringify(line.body)}`),
    'events:',
    ...events.map((e) => `  ${e.version} ${e.type} ${e.happenedOn} recorded ${e.recordedAt} ${JSON.stringify(e.data)}`),
    `shown:\n${linesOf(shown?.entries ?? [])}`,
    `oracle:\n${linesOf(expected?.entries ?? [])}`,
  ].join('\n');

/** Asks one history many questions and compares every answer with the oracle's, entry by entry. */
export const disagreementsOf = async (
  world: World,
  model: HistoryModel,
  plan: { readonly firstDay: string; readonly days: number; readonly questions: number },
): Promise<{ readonly compared: number; readonly disagreements: readonly Disagreement[] }> => {
  const lastDay = addDays(plan.firstDay, plan.days - 1);
  const { events, commitments } = await recordedOf(world, model);
  const registry = registryOf(world, model.path);
  const disagreements: Disagreement[] = [];
  const questions = someQuestions(new Random(model.seed + 7919), plan.firstDay, lastDay, plan.days, plan.questions);
  for (const question of questions) {
    const on = question.on ?? question.knownOn ?? lastDay;
    const atLeast = model.position;
    const answer = await world.target.timeline(model.stream, {
      ...question,
      ...(atLeast === undefined ? {} : { atLeast }),
    });
    const shown = answer.body['ledger'] as unknown as ShownLedger | null | undefined;
    const expected = oracleLedger(events, registry, on, question.knownOn, commitments);
    const differences = [...differencesOf(answer.status, shown, expected, model.stream)];
    if (answer.status === 200) {
      const milestones = oracleMilestones(events, registry, on, question.knownOn, commitments);
      differences.push(
        ...compareMilestones(milestones, (answer.body['milestones'] ?? []) as unknown as readonly ShownMilestone[]),
      );
    }
    if (differences.length === 0) continue;
    const all = [...events, ...commitments.flatMap((one) => one.events)];
    const report = reportOf(model, all, shown, expected);
    disagreements.push({ seed: model.seed, stream: model.stream, question, differences, report });
  }
  return { compared: questions.length, disagreements };
};

const differencesOf = (
  status: number,
  shown: ShownLedger | null | undefined,
  expected: ReturnType<typeof oracleLedger>,
  stream: string,
): readonly string[] => {
  if (expected === undefined) return shown && shown.elapsed > 0 ? ['the oracle knows of no ledger'] : [];
  if (status !== 200) return expected.elapsed === 0 ? [] : [`answered ${status}`];
  if (!shown) return expected.elapsed === 0 ? [] : ['no ledger shown'];
  return compareLedgers(expected, shown, stream);
};
