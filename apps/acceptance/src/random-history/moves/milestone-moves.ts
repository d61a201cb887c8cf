import { addDays, reportedDay } from '../days.js';
import type { HistoryModel, ModelMilestone, Move, MoveContext } from '../history-model.js';
import type { Random } from '../random.js';
import { worldParties } from '../world.js';

/** A milestone in one of the states, if there is any. */
export const someMilestone = (
  { model, random }: MoveContext,
  ...states: readonly ModelMilestone['status'][]
): ModelMilestone | undefined => {
  const fitting = model.milestones.filter((milestone) => states.includes(milestone.status));
  return fitting.length === 0 ? undefined : random.pick(fitting);
};

const someTarget = (random: Random, model: HistoryModel, today: string): { target: unknown; dated: boolean } => {
  const anchor = model.milestones[0];
  if (anchor && random.chance(0.15)) return { target: { after: anchor.id, days: random.between(1, 40) }, dated: false };
  if (random.chance(0.1)) return { target: { absent: 'not-yet-planned' }, dated: false };
  return { target: addDays(today, random.between(-10, 60)), dated: true };
};

const plan: Move = {
  name: 'plan a milestone',
  weight: 4,
  propose: ({ model, random, today }) => {
    if (model.milestones.length >= 4) return undefined;
    const id = `m-${model.milestones.length + 1}`;
    const { target, dated } = someTarget(random, model, today);
    const party = random.chance(0.5) ? random.pick(worldParties) : undefined;
    const stage = model.path && random.chance(0.2) ? random.pick(model.path.stages).stage : undefined;
    const body = {
      id,
      title: { en: id },
      target,
      key: random.chance(0.4),
      ...(random.chance(0.5) ? { on: reportedDay(random, today) } : {}),
      ...(party === undefined ? {} : { party }),
      ...(stage === undefined ? {} : { stage }),
    };
    return { path: 'milestones', body, accepted: () => void model.milestones.push({ id, status: 'planned', dated }) };
  },
};

/** A fact about a milestone with a day: `start`, `reach`, `reopen`, `cancel`. */
const dayFact = (
  name: string,
  weight: number,
  from: readonly ModelMilestone['status'][],
  to: ModelMilestone['status'],
): Move => ({
  name,
  weight,
  propose: (context) => {
    const { model, random, today } = context;
    const milestone = someMilestone(context, ...from);
    if (!milestone) return undefined;
    const on = reportedDay(random, today);
    const needsReason = name === 'reopen' || name === 'cancel';
    return {
      path: `milestones/${milestone.id}/${name}`,
      body: { on, ...(needsReason ? { reason: 'seen again' } : {}) },
      accepted: ({ version }) => {
        milestone.status = to;
        model.facts.push({ version, what: name, day: on });
      },
    };
  },
});

const requestDate: Move = {
  name: 'ask for another date',
  weight: 3,
  propose: (context) => {
    const { model, random, today } = context;
    const milestone = someMilestone(context, 'planned', 'started');
    if (!milestone?.dated) return undefined;
    const body = {
      to: addDays(today, random.between(1, 90)),
      reason: 'more time',
      ...(random.chance(0.3) ? { on: reportedDay(random, today) } : {}),
    };
    return {
      path: `milestones/${milestone.id}/target-changes`,
      body,
      accepted: ({ id }) => void model.changes.push({ id, milestone: milestone.id, open: true }),
    };
  },
};

const decideDate: Move = {
  name: 'decide a date request',
  weight: 2,
  propose: ({ model, random, today }) => {
    const open = model.changes.filter((change) => change.open);
    if (open.length === 0) return undefined;
    const change = random.pick(open);
    const decision = random.pick(['approve', 'reject', 'return', 'withdraw']);
    return {
      path: `milestones/${change.milestone}/target-changes/${change.id}/${decision}`,
      body: { reason: 'seen', ...(random.chance(0.2) ? { on: reportedDay(random, today) } : {}) },
      accepted: () => void (change.open = false),
    };
  },
};

const forecast: Move = {
  name: 'forecast a milestone',
  weight: 1,
  propose: (context) => {
    const { random, today } = context;
    const milestone = someMilestone(context, 'planned', 'started');
    if (!milestone) return undefined;
    return {
      path: `milestones/${milestone.id}/forecast`,
      body: { date: addDays(today, random.between(0, 60)), reason: 'as it goes' },
    };
  },
};

/** A working milestone moved by its lead, within the allowance or refused; or the first date of one that had none. */
const move: Move = {
  name: 'move or set a target',
  weight: 1.5,
  propose: (context) => {
    const { random, today } = context;
    const milestone = someMilestone(context, 'planned', 'started');
    if (!milestone) return undefined;
    const to = addDays(today, random.between(1, 40));
    return random.chance(0.5)
      ? { path: `milestones/${milestone.id}/move`, body: { to, reason: 'a little later' } }
      : { path: `milestones/${milestone.id}/set-target`, body: { to } };
  },
};

const confirm: Move = {
  name: 'confirm a milestone',
  weight: 0.5,
  propose: (context) => {
    const milestone = someMilestone(context, 'reached');
    return milestone ? { path: `milestones/${milestone.id}/confirm`, body: { reason: 'seen' } } : undefined;
  },
};

export const milestoneMoves: readonly Move[] = [
  forecast,
  move,
  confirm,
  plan,
  dayFact('start', 4, ['planned'], 'started'),
  dayFact('reach', 2, ['planned', 'started'], 'reached'),
  dayFact('reopen', 1, ['reached'], 'started'),
  dayFact('cancel', 0.4, ['planned', 'started'], 'cancelled'),
  requestDate,
  decideDate,
];
