import { reportedDay } from '../days.js';
import type { Move } from '../history-model.js';
import { worldParties } from '../world.js';

const enterStage: Move = {
  name: 'enter a stage',
  weight: 7,
  propose: ({ model, random, today }) => {
    const { path } = model;
    if (!path) return undefined;
    const here = path.stages.find((stage) => stage.stage === model.stage);
    const next = here ? here.next : path.first;
    if (next.length === 0) return undefined;
    const leaps = random.chance(0.1);
    const stage = leaps ? random.pick(path.stages).stage : random.pick(next);
    const on = reportedDay(random, today);
    const published = path.stages.find((candidate) => candidate.stage === stage)?.publication ?? false;
    const body = {
      stage,
      on,
      ...(random.chance(0.15) ? { party: random.pick(worldParties) } : {}),
      ...(published ? { issue: '26', number: '41' } : {}),
      ...(leaps ? { skip: [{ stage: random.pick(path.stages).stage, reason: 'not needed' }] } : {}),
    };
    return {
      path: 'stages',
      body,
      accepted: ({ version }) => {
        model.stage = stage;
        model.facts.push({ version, what: 'stage', day: on });
      },
    };
  },
};

const recordOutcome: Move = {
  name: 'record an outcome',
  weight: 0.08,
  propose: ({ model, random, today }) => {
    if (!model.path || model.stage === undefined) return undefined;
    return {
      path: 'outcome',
      body: { outcome: random.pick(model.path.outcomes), on: reportedDay(random, today) },
      accepted: () => void (model.closed = true),
    };
  },
};

export const lawMoves: readonly Move[] = [enterStage, recordOutcome];
