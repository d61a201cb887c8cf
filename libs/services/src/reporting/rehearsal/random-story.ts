import { addDays, startOfDayInstant } from '@masar/calendar';
import {
  audiences,
  event,
  type DomainEvent,
  type Instant,
  type LocalDate,
  type StreamName,
  type WaitReason,
} from '@masar/contracts';
import { Chance } from './chance.js';
import { CommitmentsTold } from './commitments-told.js';
import type { Told } from './recorded.js';

/** What the teller remembers of one initiative, so that later facts fit earlier ones. */
interface Teller {
  readonly stream: StreamName;
  version: number;
  owner: string;
  planned: string[];
  started: Set<string>;
  reached: Map<string, number>;
  waits: string[];
  pauses: string[];
  contests: string[];
  requests: { milestone: string; change: string }[];
  count: number;
}

const entities = ['edu', 'fin', 'dxb'] as const;
const parties = ['entity:edu', 'entity:fin', 'entity:dxb', 'cabinet'] as const;
const reasons: readonly WaitReason[] = ['documents-missing', 'session-date', 'busy', 'funding', 'outside'];
const zone = 'Africa/Cairo';
const first: LocalDate = '2026-01-05';

const registry: readonly Told[] = [
  ['edu', 'EG', 'Africa/Cairo', 'EG'],
  ['fin', 'EG', 'Africa/Cairo', 'EG'],
  ['dxb', 'AE', 'Asia/Dubai', 'AE'],
].map(([id, jurisdiction, entityZone, calendar]) => ({
  stream: `entities/${id}` as const,
  at: '2026-01-01T08:00:00.000Z',
  events: [
    event('entity.registered.v1', {
      happenedOn: '2026-01-01',
      name: { en: id! },
      jurisdiction: jurisdiction!,
      zone: entityZone!,
      calendar: calendar!,
    }),
  ],
}));

/** Facts an initiative may add on a day; each answers nothing where it does not fit. */
const steps: readonly ((
  teller: Teller,
  on: LocalDate,
  chance: Chance,
  others: readonly Teller[],
  commitments: readonly StreamName[],
) => DomainEvent | undefined)[] = [
  (teller, happenedOn, chance, others, commitments) => {
    if (teller.planned.length > 5) return undefined;
    const milestone = `m-${teller.planned.length + 1}`;
    const anchors = [
      ...teller.planned,
      ...others.flatMap((other) => other.planned.map((id) => `${other.stream}/milestones/${id}`)),
    ];
    // Said of what is known to be there either way, so that a story is the same but for what its commitments add.
    if (anchors.length > 0) anchors.push(...commitments);
    const target =
      anchors.length > 0 && chance.happens(0.4)
        ? { after: chance.one(anchors), days: chance.below(40) }
        : addDays(happenedOn, chance.below(30));
    teller.planned.push(milestone);
    return event('milestone.planned.v1', {
      happenedOn,
      milestone,
      title: { ar: milestone },
      target,
      key: chance.happens(0.5),
      dependsOn: [],
      ...(chance.happens(0.5) ? { party: chance.one(parties) } : {}),
    });
  },
  (teller, happenedOn, chance) => {
    const milestone = teller.planned.find((id) => !teller.started.has(id) && chance.happens(0.6));
    if (milestone === undefined) return undefined;
    teller.started.add(milestone);
    return event('milestone.started.v1', { happenedOn, milestone });
  },
  (teller, happenedOn, chance) => {
    const milestone = [...teller.started].find((id) => !teller.reached.has(id) && chance.happens(0.5));
    if (milestone === undefined) return undefined;
    teller.reached.set(milestone, teller.version + 1);
    return event('milestone.reached.v1', { happenedOn, milestone, evidence: [] });
  },
  (teller, happenedOn, chance) => {
    const milestone = [...teller.reached.keys()].find(() => chance.happens(0.2));
    if (milestone === undefined) return undefined;
    teller.reached.delete(milestone);
    return event('milestone.reopened.v1', { happenedOn, milestone, reason: 'again' });
  },
  (teller, happenedOn, chance) => {
    const [found] = [...teller.reached].filter(() => chance.happens(0.3));
    if (!found) return undefined;
    return event('entry.corrected.v1', {
      happenedOn,
      corrects: found[1],
      field: 'on',
      from: happenedOn,
      to: addDays(happenedOn, -chance.below(4)),
      reason: 'typed wrong',
    });
  },
  (teller, happenedOn, chance) => {
    const milestone = teller.planned.find(() => chance.happens(0.3));
    return milestone === undefined
      ? undefined
      : event('milestone.forecast.v1', { happenedOn, milestone, date: addDays(happenedOn, chance.below(60)) });
  },
  (teller, happenedOn, chance) => {
    const milestone = teller.planned.find(
      (id) => !teller.requests.some((request) => request.milestone === id) && chance.happens(0.3),
    );
    if (milestone === undefined) return undefined;
    const change = `c-${(teller.count += 1)}`;
    teller.requests.push({ milestone, change });
    return event('milestone.target-change-requested.v1', {
      happenedOn,
      milestone,
      change,
      from: happenedOn,
      to: addDays(happenedOn, 20),
      reason: 'later',
    });
  },
  (teller, happenedOn, chance) => {
    const request = teller.requests.shift();
    return (
      request &&
      event('milestone.target-change-decided.v1', {
        happenedOn,
        ...request,
        decision: chance.one(['approved', 'rejected', 'returned'] as const),
        to: addDays(happenedOn, 20),
      })
    );
  },
  (teller, happenedOn, chance) => {
    const wait = `w-${(teller.count += 1)}`;
    teller.waits.push(wait);
    return event('wait.began.v1', {
      happenedOn,
      wait,
      party: chance.one(parties),
      reason: chance.one(reasons),
      ...(teller.planned.length > 0 && chance.happens(0.4) ? { milestone: chance.one(teller.planned) } : {}),
    });
  },
  (teller, happenedOn) => {
    const wait = teller.waits.shift();
    return wait === undefined ? undefined : event('wait.ended.v1', { happenedOn, wait });
  },
  (teller, happenedOn) => {
    const pause = `p-${(teller.count += 1)}`;
    teller.pauses.push(pause);
    return event('pause.requested.v1', {
      happenedOn,
      pause,
      on: happenedOn,
      until: addDays(happenedOn, 9),
      reason: 'flood',
      steps: 'wait',
    });
  },
  (teller, happenedOn, chance) => {
    const pause = teller.pauses.shift();
    return pause === undefined
      ? undefined
      : event('pause.decided.v1', {
          happenedOn,
          pause,
          decision: chance.one(['granted', 'refused'] as const),
          on: addDays(happenedOn, -2),
          until: addDays(happenedOn, 5),
        });
  },
  (teller, happenedOn, chance) => {
    const contest = `k-${(teller.count += 1)}`;
    teller.contests.push(contest);
    return event('ledger.contested.v1', {
      happenedOn,
      contest,
      party: chance.one(parties),
      from: addDays(happenedOn, -9),
      to: addDays(happenedOn, -2),
      reason: 'not us',
    });
  },
  (teller, happenedOn, chance) => {
    const contest = teller.contests.shift();
    if (contest === undefined) return undefined;
    const spans = [{ from: addDays(happenedOn, -8), to: addDays(happenedOn, -5), party: chance.one(parties) }];
    return event('ledger.contest-decided.v1', {
      happenedOn,
      contest,
      reason: 'so',
      ...(chance.happens(0.6) ? { decision: 'ruled' as const, spans } : { decision: 'dismissed' as const }),
    });
  },
  (teller, happenedOn, chance) => {
    const to = chance.one(entities);
    if (to === teller.owner || !chance.happens(0.2)) return undefined;
    const from = teller.owner;
    teller.owner = to;
    return event('initiative.owner-changed.v1', { happenedOn, from, to, reason: 'moved' });
  },
  (_teller, happenedOn, chance) => event('initiative.described.v1', { happenedOn, audience: chance.one(audiences) }),
  (_teller, happenedOn) => event('note.added.v1', { happenedOn, note: 'n', text: 'seen' }),
];

const registered = (teller: Teller, happenedOn: LocalDate, draft: boolean): DomainEvent =>
  event('initiative.registered.v1', {
    happenedOn,
    kind: teller.stream.split('/')[0]!,
    title: { en: teller.stream },
    owner: teller.owner,
    draft,
    audience: teller.stream.endsWith('2') ? 'team' : 'portfolio',
    startedOn: happenedOn,
  });

/**
 * Commits of several initiatives that lean on each other, over so many days, with late reports, corrections, contests,
 * pauses, commitments, audiences that leave others out, owners in another zone and announced holidays; nothing after so many hours of Cairo's day. In the order a
 * store would have recorded them.
 */
export const randomStory = (seed: number, { days = 60, initiatives = 4, hours = 24 } = {}): readonly Told[] => {
  const chance = new Chance(seed);
  const told: Told[] = [...registry];
  const commitments = new CommitmentsTold();
  const theirs = new Chance(seed + 1_000_000);
  const tellers = Array.from({ length: initiatives }, (_, index): Teller => ({
    ...{
      stream: `projects/P-${index + 1}`,
      version: 0,
      owner: chance.one(entities),
      planned: [],
      started: new Set<string>(),
      reached: new Map<string, number>(),
    },
    ...{ waits: [], pauses: [], contests: [], requests: [], count: 0 },
  }));
  for (let day = 0; day < days; day += 1) {
    const date = addDays(first, day);
    const morning = Date.parse(startOfDayInstant(date, zone));
    const instants = Array.from({ length: 1 + chance.below(6) }, () => chance.below(hours * 3_600_000)).sort(
      (a, b) => a - b,
    );
    for (const offset of instants) {
      const at: Instant = new Date(morning + offset).toISOString();
      if (chance.happens(0.05))
        told.push({
          stream: 'calendars/EG',
          at,
          events: [
            event('calendar.day-set.v1', {
              happenedOn: date,
              date: addDays(date, chance.below(20) - 10),
              off: chance.happens(0.7),
              reason: 'announced',
            }),
          ],
        });
      const teller = chance.one(tellers);
      // A late report speaks of a day gone by; never of one before the initiative began.
      const on = addDays(date, -Math.min(chance.happens(0.3) ? chance.below(9) : 0, day));
      const events =
        teller.version === 0
          ? [registered(teller, date, chance.happens(0.2))]
          : tell(teller, on, chance, tellers, commitments.of(tellers));
      if (teller.version === 0 && (events[0] as DomainEvent<'initiative.registered.v1'>).data.draft)
        events.push(event('initiative.published.v1', { happenedOn: date }));
      teller.version += events.length;
      if (events.length > 0) told.push({ stream: teller.stream, at, events });
      if (theirs.happens(0.3)) told.push({ at, ...commitments.next(teller, on, theirs) });
    }
  }
  return told;
};

const tell = (
  teller: Teller,
  on: LocalDate,
  chance: Chance,
  tellers: readonly Teller[],
  commitments: readonly StreamName[],
): DomainEvent[] => {
  const events: DomainEvent[] = [];
  for (let tries = 0; tries < 4 && events.length === 0; tries += 1) {
    const said = chance.one(steps)(
      teller,
      on,
      chance,
      tellers.filter((other) => other !== teller),
      commitments,
    );
    if (said) events.push(said);
  }
  return events;
};
