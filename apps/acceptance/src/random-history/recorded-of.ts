import { until } from '../harness/until.js';
import type { CommitmentHistory } from '../oracle/commitments.js';
import type { HistoryEvent } from '../oracle/known-history.js';
import type { HistoryModel } from './history-model.js';
import type { World } from './world.js';

/** Everything recorded of one initiative: its own events, and those of the commitments for it. */
export interface Recorded {
  readonly events: readonly HistoryEvent[];
  readonly commitments: readonly CommitmentHistory[];
}

/** Read when every confirmed commitment has been told to the initiative, and reporting shows all of it. */
export const recordedOf = async ({ target }: World, model: HistoryModel): Promise<Recorded> => {
  const commitments: CommitmentHistory[] = [];
  for (const { id, milestone } of model.commitments) {
    const stream = `commitments/${id}`;
    const one = async () => (await target.read(`/api/${stream}`)).body;
    await until(`${stream} is told`, async () => {
      const { status, fed } = await one();
      return String(status) !== 'confirmed' || milestone === undefined || fed !== undefined;
    });
    const atLeast = String((await one())['position']);
    await target.timeline(model.stream, { atLeast });
    commitments.push({ stream, events: await target.events(stream) });
  }
  const events = await target.events(model.stream);
  await target.timeline(model.stream, { atLeast: `${model.stream}@${events.at(-1)?.version ?? 0}` });
  return { events, commitments };
};
