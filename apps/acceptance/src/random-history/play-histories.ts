import { addDays } from './days.js';
import type { HistoryModel, Move, MoveContext } from './history-model.js';
import { commitmentMoves } from './moves/commitment-moves.js';
import { correctionMoves } from './moves/correction-moves.js';
import { decisionMoves } from './moves/decision-moves.js';
import { lawMoves } from './moves/law-moves.js';
import { milestoneMoves } from './moves/milestone-moves.js';
import { waitMoves } from './moves/wait-moves.js';
import { Random } from './random.js';
import { worldEntities, type World } from './world.js';

const commonMoves: readonly Move[] = [
  ...milestoneMoves,
  ...waitMoves,
  ...decisionMoves,
  ...correctionMoves,
  ...commitmentMoves,
];

interface Player {
  readonly model: HistoryModel;
  readonly random: Random;
}

const givenId = (kind: string, seed: number) => `${kind}/r-${seed}`;

/** Registers one initiative, already under way for some days. */
const register = async (world: World, seed: number, today: string): Promise<Player> => {
  const random = new Random(seed);
  const kind = random.weighted([
    { weight: 6, kind: 'projects' as const },
    { weight: 3, kind: 'laws' as const },
    { weight: 1, kind: 'policies' as const },
  ]).kind;
  const path = kind === 'laws' ? random.pick(world.paths) : undefined;
  const startedOn = addDays(today, -random.between(0, 12));
  const owner = random.pick(worldEntities).id;
  const stream = givenId(kind, seed);
  const body = {
    id: stream.split('/')[1],
    title: { en: `History ${seed}` },
    owner,
    startedOn,
    ...(random.chance(0.5) ? { on: startedOn } : {}),
    ...(path ? { jurisdiction: path.jurisdiction, instrument: path.instrument } : {}),
  };
  const answer = await world.target.command(`/api/${kind}`, body);
  if (answer.status !== 201) throw new Error(`seed ${seed}: ${answer.status} ${JSON.stringify(answer.body)}`);
  const model: HistoryModel = {
    seed,
    stream,
    kind,
    startedOn,
    owner,
    closed: false,
    position: String(answer.body['position']),
    ...(path ? { path } : {}),
    milestones: [],
    waits: [],
    pauses: [],
    changes: [],
    contests: [],
    corrections: [],
    blockers: [],
    commitments: [],
    facts: [{ version: 1, what: 'registered', day: startedOn }],
    log: [{ day: today, path: `/api/${kind}`, body, status: 201 }],
  };
  return { model, random };
};

const ledgerNow =
  (world: World, model: HistoryModel): MoveContext['ledgerNow'] =>
  async () => {
    const atLeast = model.position;
    const answer = await world.target.timeline(model.stream, atLeast === undefined ? {} : { atLeast });
    const ledger = answer.body['ledger'] as {
      entries?: { from: string; to: string; party: string; bucket: string }[];
    } | null;
    return ledger?.entries ?? [];
  };

/** Gives one command; what the system refuses is not part of the history. */
const playMove = async (world: World, { model, random }: Player, today: string): Promise<void> => {
  const move = random.weighted(model.path ? [...commonMoves, ...lawMoves] : commonMoves);
  const proposal = await move.propose({ model, random, today, ledgerNow: ledgerNow(world, model) });
  if (!proposal) return;
  const path = proposal.address ?? `/api/${model.stream}/${proposal.path}`;
  const key = `${model.stream}#${model.log.length}`;
  const answer = await world.target.command(path, proposal.body, { 'idempotency-key': key });
  model.log.push({ day: today, path, body: proposal.body, status: answer.status });
  if (answer.status >= 500 || answer.status === 401)
    throw new Error(
      `seed ${model.seed}: ${path} ${JSON.stringify(proposal.body)} answered ${answer.status}: ${JSON.stringify(answer.body)}`,
    );
  if (answer.status >= 300) return;
  if (proposal.address === undefined) model.position = String(answer.body['position']);
  proposal.accepted?.({ id: String(answer.body['id']), version: Number(answer.body['version']) });
};

/** Now and then an administrator changes a working day for everybody or for one entity; it concerns every history. */
const changeCalendar = async (world: World, random: Random, today: string, now: string): Promise<void> => {
  const { id, calendar } = random.pick(worldEntities);
  const override = {
    calendar,
    date: addDays(today, random.between(-20, 20)),
    off: random.chance(0.7),
    ...(random.chance(0.4) ? { entity: id } : {}),
  };
  const { date, off, entity } = override;
  const body = { date, off, reason: 'announced', ...(entity === undefined ? {} : { scope: { entity } }) };
  const answer = await world.target.command(`/api/calendars/${calendar}/days`, body);
  if (answer.status < 300) world.overrides.push({ ...override, recordedAt: now });
};

const inBatches = async <T>(items: readonly T[], size: number, work: (item: T) => Promise<void>): Promise<void> => {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: size }, worker));
};

export interface HistoryPlan {
  readonly seeds: readonly number[];
  readonly firstDay: string;
  readonly days: number;
  readonly atOnce: number;
  /** False: no commands just after midnight, so that a day is over for every zone when its commands are. */
  readonly nights?: boolean;
}

export interface Play {
  readonly models: readonly HistoryModel[];
  readonly lastDay: string;
}

/**
 * Plays a history per seed side by side, day by day under one clock, `atOnce` of them at a time; each gives up to four
 * commands a day, now and then just after midnight in Cairo, when the day before still runs in Tunis. `onDayEnd` is called
 * before the clock moves on.
 */
export const playHistories = async (
  world: World,
  plan: HistoryPlan,
  onDayEnd: (day: string, models: readonly HistoryModel[]) => Promise<void> = () => Promise.resolve(),
): Promise<Play> => {
  const calendarRandom = new Random(plan.seeds[0] ?? 1);
  const players: Player[] = [];
  let today = plan.firstDay;
  for (let index = 0; index < plan.days; index += 1) {
    today = addDays(plan.firstDay, index);
    const atNight = plan.nights !== false && calendarRandom.chance(0.25);
    const now = atNight ? `${addDays(today, -1)}T22:30:00.000Z` : `${today}T08:00:00.000Z`;
    await world.target.setNow(now);
    if (index === 0) {
      await inBatches(plan.seeds, plan.atOnce, async (seed) => void players.push(await register(world, seed, today)));
    }
    if (calendarRandom.chance(0.05)) await changeCalendar(world, calendarRandom, today, now);
    await inBatches(players, plan.atOnce, async (player) => {
      const commands = player.random.weighted([
        { weight: 4, count: 0 },
        { weight: 3, count: 2 },
        { weight: 2, count: 4 },
      ]).count;
      for (let n = 0; n < commands; n += 1) await playMove(world, player, today);
    });
    await onDayEnd(
      today,
      players.map(({ model }) => model),
    );
  }
  await world.target.setNow(`${today}T09:00:00.000Z`);
  return { models: players.map(({ model }) => model), lastDay: today };
};
