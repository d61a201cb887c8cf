import { waitReasons } from '@masar/contracts';
import { addDays, reportedDay } from '../days.js';
import type { Move } from '../history-model.js';
import { worldParties } from '../world.js';
import { someMilestone } from './milestone-moves.js';

const begin: Move = {
  name: 'begin a wait',
  weight: 7,
  propose: (context) => {
    const { model, random, today } = context;
    const milestone = random.chance(0.4) ? someMilestone(context, 'planned', 'started') : undefined;
    const since = reportedDay(random, today);
    const body = {
      party: random.pick(worldParties),
      reason: random.pick(waitReasons),
      since,
      ...(milestone ? { milestone: milestone.id } : {}),
    };
    return {
      path: 'waits',
      body,
      accepted: ({ id, version }) => {
        model.waits.push({ id, open: true, ...(milestone ? { milestone: milestone.id } : {}) });
        model.facts.push({ version, what: 'wait', day: since });
      },
    };
  },
};

const end: Move = {
  name: 'end a wait',
  weight: 5,
  propose: ({ model, random, today }) => {
    const open = model.waits.filter((wait) => wait.open);
    if (open.length === 0) return undefined;
    const wait = random.pick(open);
    const on = reportedDay(random, today);
    return {
      path: `waits/${wait.id}/end`,
      body: { on },
      accepted: ({ version }) => {
        wait.open = false;
        model.facts.push({ version, what: 'wait-end', day: on });
      },
    };
  },
};

const affirm: Move = {
  name: 'affirm a wait',
  weight: 0.5,
  propose: ({ model, random }) => {
    const open = model.waits.filter((wait) => wait.open);
    return open.length === 0 ? undefined : { path: `waits/${random.pick(open).id}/affirm`, body: {} };
  },
};

const raise: Move = {
  name: 'raise a blocker',
  weight: 2,
  propose: ({ model, random, today }) => {
    const wait = random.chance(0.4) ? model.waits.findLast((candidate) => candidate.open) : undefined;
    const body = {
      title: { en: 'stuck' },
      decider: random.pick(['cabinet', 'entity:finance', 'entity:energy', 'admin']),
      dueOn: addDays(today, random.between(1, 20)),
      ...(wait ? { wait: wait.id } : {}),
      ...(random.chance(0.3) ? { on: reportedDay(random, today) } : {}),
    };
    return { path: 'blockers', body, accepted: ({ id }) => void model.blockers.push({ id, open: true }) };
  },
};

const resolve: Move = {
  name: 'resolve a blocker',
  weight: 1,
  propose: ({ model, random, today }) => {
    const open = model.blockers.filter((blocker) => blocker.open);
    if (open.length === 0) return undefined;
    const blocker = random.pick(open);
    return {
      path: `blockers/${blocker.id}/resolve`,
      body: { on: reportedDay(random, today), outcome: 'cleared' },
      accepted: () => void (blocker.open = false),
    };
  },
};

export const waitMoves: readonly Move[] = [begin, end, affirm, raise, resolve];
