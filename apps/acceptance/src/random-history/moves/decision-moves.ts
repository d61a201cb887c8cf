import { addDays, reportedDay } from '../days.js';
import { dayOf } from '../../oracle/day-numbers.js';
import type { Move } from '../history-model.js';
import { worldEntities, worldParties } from '../world.js';

const requestPause: Move = {
  name: 'ask for a pause',
  weight: 2,
  propose: ({ model, random, today }) => {
    const on = addDays(today, random.between(-6, 4));
    const party = random.chance(0.3) ? random.pick(worldParties) : undefined;
    const body = {
      on,
      until: addDays(on, random.between(0, 35)),
      reason: 'flood',
      steps: 'dry it',
      ...(party ? { party } : {}),
    };
    return { path: 'pauses', body, accepted: ({ id }) => void model.pauses.push({ id, state: 'requested' }) };
  },
};

const turnPause: Move = {
  name: 'decide, renew or end a pause',
  weight: 3,
  propose: ({ model, random, today }) => {
    const open = model.pauses.filter((pause) => pause.state !== 'over');
    if (open.length === 0) return undefined;
    const pause = random.pick(open);
    const path = (verb: string) => `pauses/${pause.id}/${verb}`;
    if (pause.state === 'requested') {
      const grants = random.chance(0.75);
      const accepted = () => void (pause.state = grants ? 'granted' : 'over');
      return { path: path(grants ? 'grant' : 'refuse'), body: { reason: 'heard' }, accepted };
    }
    if (random.chance(0.5)) {
      return { path: path('renew'), body: { until: addDays(today, random.between(1, 20)), reason: 'still wet' } };
    }
    return { path: path('end'), body: { on: reportedDay(random, today) }, accepted: () => void (pause.state = 'over') };
  },
};

const contest: Move = {
  name: 'contest an entry',
  weight: 2,
  propose: async ({ model, random, ledgerNow }) => {
    const waiting = (await ledgerNow()).filter((entry) => entry.bucket === 'waiting');
    if (waiting.length === 0) return undefined;
    const entry = random.pick(waiting.slice(-4));
    const length = dayOf(entry.to) - dayOf(entry.from);
    const from = addDays(entry.from, random.chance(0.5) ? 0 : random.between(0, length - 1));
    const to = random.chance(0.6) ? entry.to : addDays(from, random.between(1, dayOf(entry.to) - dayOf(from)));
    return {
      path: 'contests',
      body: { party: entry.party, from, to, reason: 'not ours' },
      accepted: ({ id }) => void model.contests.push({ id, from, to, open: true }),
    };
  },
};

const decideContest: Move = {
  name: 'decide a contest',
  weight: 2,
  propose: ({ model, random }) => {
    const open = model.contests.filter((one) => one.open);
    if (open.length === 0) return undefined;
    const one = random.pick(open);
    const accepted = () => void (one.open = false);
    if (random.chance(0.3)) return { path: `contests/${one.id}/dismiss`, body: { reason: 'stands' }, accepted };
    const from = addDays(one.from, random.between(0, dayOf(one.to) - dayOf(one.from) - 1));
    const to = addDays(from, random.between(1, dayOf(one.to) - dayOf(from)));
    const cause = random.chance(0.5) ? { cause: random.pick(['contention', 'batching', 'extraneous']) } : {};
    const spans = [{ from, to, party: random.pick(worldParties), ...cause }];
    return { path: `contests/${one.id}/rule`, body: { spans, reason: 'so it was' }, accepted };
  },
};

const changeOwner: Move = {
  name: 'change the owner',
  weight: 0.7,
  propose: ({ model, random, today }) => {
    const to = random.pick(worldEntities).id;
    const on = reportedDay(random, today);
    return {
      path: 'owner',
      body: { to, on, reason: 'moved' },
      accepted: ({ version }) => {
        model.owner = to;
        model.facts.push({ version, what: 'owner', day: on });
      },
    };
  },
};

const close: Move = {
  name: 'complete or cancel the initiative',
  weight: 0.06,
  propose: ({ model, random, today }) => {
    const verb = random.pick(['complete', 'cancel']);
    return {
      path: verb,
      body: { on: reportedDay(random, today), ...(verb === 'cancel' ? { reason: 'over' } : {}) },
      accepted: ({ version }) => {
        model.closed = true;
        model.facts.push({ version, what: 'close', day: today });
      },
    };
  },
};

export const decisionMoves: readonly Move[] = [requestPause, turnPause, contest, decideContest, changeOwner, close];
