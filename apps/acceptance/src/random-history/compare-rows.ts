import type { Shown } from '../harness/shown.js';
import { oracleLedger } from '../oracle/oracle-ledger.js';
import { oracleMilestones } from '../oracle/oracle-milestones.js';
import type { HistoryModel } from './history-model.js';
import type { Question } from './agree-with-oracle.js';
import { recordedOf } from './recorded-of.js';
import { registryOf, type World } from './world.js';

/** A row of the portfolio in one line, by its figures. */
const lineOf = (figures: Readonly<Record<string, unknown>>): string =>
  ['elapsed', 'active', 'waiting', 'paused', 'contested', 'missed']
    .map((name) => `${name} ${String(figures[name])}`)
    .join(', ');

const pageOf = async (world: World, question: Question): Promise<readonly Shown[]> => {
  const items: Shown[] = [];
  let cursor = '';
  do {
    const query = new URLSearchParams({ limit: '500', ...question, ...(cursor === '' ? {} : { cursor }) });
    const { status, body } = await world.target.read(`/api/portfolio?${query.toString()}`);
    if (status !== 200) throw new Error(`portfolio answered ${status}: ${JSON.stringify(body)}`);
    items.push(...(body['items'] as unknown as readonly Shown[]));
    cursor = typeof (body['next'] as unknown) === 'string' ? String(body['next']) : '';
  } while (cursor !== '');
  return items;
};

/** Compares every row of the portfolio on a day with the oracle's figures of that initiative; answers what differs. */
export const compareRows = async (
  world: World,
  models: readonly HistoryModel[],
  question: { readonly on: string; readonly knownOn: string },
): Promise<readonly string[]> => {
  const rows = new Map(
    (await pageOf(world, question)).map((row) => [`${String(row['kind'])}/${String(row['id'])}`, row]),
  );
  const differences: string[] = [];
  for (const model of models) {
    const { events, commitments } = await recordedOf(world, model);
    const registry = registryOf(world, model.path);
    const ledger = oracleLedger(events, registry, question.on, question.knownOn, commitments);
    const row = rows.get(model.stream);
    if (!ledger || ledger.elapsed === 0) continue;
    if (!row) {
      differences.push(`${model.stream} has no row on ${JSON.stringify(question)}`);
      continue;
    }
    const milestones = oracleMilestones(events, registry, question.on, question.knownOn, commitments);
    const contested = ledger.byParty.reduce((sum, party) => sum + party.contested, 0);
    const missed = milestones.filter((milestone) => milestone.missed).length;
    const isSure = milestones.every((milestone) => milestone.missed !== null || milestone.actual !== null);
    const expected = lineOf({ ...ledger, contested, missed: isSure ? missed : row['missed'] });
    if (expected !== lineOf(row))
      differences.push(`${model.stream} ${JSON.stringify(question)}: oracle ${expected} | row ${lineOf(row)}`);
  }
  return differences;
};
