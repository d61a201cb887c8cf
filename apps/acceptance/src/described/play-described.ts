import { roles, type Role } from '@masar/contracts';
import fc from 'fast-check';
import type { ApiClient } from '../harness/api-client.js';
import { freshUser, joined, standingOf, type Cast } from '../rights/cast.js';
import type { DescribedRoute, Description } from '../rights/described-routes.js';
import { routesIn } from '../rights/described-routes.js';
import { send, type Sent } from '../rights/exchange.js';
import { uploaded } from '../rights/examples/file-examples.js';
import { Houses } from '../rights/full-house.js';
import type { Names } from './arbitrary-of.js';
import { requestsTo } from './asked-cases.js';
import { DescribedAnswers } from './described-answers.js';

export interface PlayedCases {
  cases: number;
  readonly byStatus: Record<string, number>;
  readonly faults: string[];
}

const dates = ['2026-03-01', '2026-03-11', '2026-03-12', '2026-02-30', '2027-01-01'];

/** What is there to be named: three initiatives that have one of everything, and what they stand on. */
const namesOf = async (cast: Cast): Promise<Names> => {
  const houses = new Houses(cast);
  const kinds = ['projects', 'laws', 'policies'] as const;
  const built = await Promise.all(kinds.map((kind) => houses.of(kind, 'own')));
  const initiatives = Object.fromEntries(built.map(({ ground }) => [ground.kind, [ground.id]]));
  const commitments = built.flatMap((house) => [house.commitments.own, house.commitments.other]);
  const wanted = { url: 'https://receiver.invalid/events', secret: 'thirteen slow camels cross' };
  const webhook = String((await cast.administrator.accept('/api/webhooks', wanted))['id']);
  const file = await uploaded(cast.administrator, 'minutes of nothing');
  const inside = { milestone: ['m'], change: ['c', 'd'], wait: ['w'], pause: ['p'], contest: ['x'], correction: ['k'] };
  const places = {
    ...initiatives,
    ...inside,
    commitments,
    commitment: commitments,
    blocker: ['b'],
    item: ['m', 'c', 'w', 'p', 'x', 'k', 'b', 'n', 'somebody'],
    user: ['somebody', 'judge', 'watcher'],
    partners: ['nile', 'delta'],
    entities: ['education', 'land'],
    entity: ['land', 'justice'],
    calendars: ['EG'],
    'law-paths': ['EG.law'],
    files: [file],
    webhooks: [webhook],
    kind: kinds,
    year: ['2026', '2027'],
    date: dates,
    file: ['portfolio.csv', 'events.json', 'milestones.ics', 'ledger.csv', 'events.xes'],
  };
  return { ids: [...new Set(Object.values(places).flat())], places, dates };
};

/** One person after the other for each role: whose session a case ended, or whose rights it took, is replaced. */
class Players {
  readonly #byRole = new Map<Role, ApiClient>();

  constructor(private readonly cast: Cast) {}

  async of(role: Role): Promise<ApiClient> {
    const known = this.#byRole.get(role);
    if (known) return known;
    const made = await joined(this.cast.administrator, freshUser(`plays-${role}`), standingOf(role));
    this.#byRole.set(role, made);
    return made;
  }

  leave(role: Role): void {
    this.#byRole.delete(role);
  }
}

/** What ends the session of whoever asks. */
const ending = /^(DELETE \/api\/session|POST \/api\/session\/password)/;

/** Asks a running system as it describes itself, and sees that it answers so. */
export class DescribedPlay {
  readonly played: PlayedCases = { cases: 0, byStatus: {}, faults: [] };
  readonly #answers: DescribedAnswers;
  readonly #players: Players;

  private constructor(
    private readonly description: Description,
    private readonly names: Names,
    cast: Cast,
  ) {
    this.#answers = new DescribedAnswers(description);
    this.#players = new Players(cast);
  }

  static async begin(description: Description, cast: Cast): Promise<DescribedPlay> {
    return new DescribedPlay(description, await namesOf(cast), cast);
  }

  async #faults(route: DescribedRoute, role: Role, sent: Sent): Promise<readonly string[]> {
    const answer = await send(await this.#players.of(role), sent);
    this.played.cases += 1;
    if (answer.status === 401 || ending.test(route.name)) this.#players.leave(role);
    const { byStatus } = this.played;
    byStatus[String(answer.status)] = (byStatus[String(answer.status)] ?? 0) + 1;
    return this.#answers.faultsOf(route, answer);
  }

  /** `cases` requests to each route for each role; a fault is told with the smallest request that shows it, and the seed. */
  async play(cases: number, seed: number): Promise<void> {
    let asked = seed;
    for (const route of routesIn(this.description))
      for (const role of roles) {
        // Each is asked something else, the same again for the same seed.
        asked += 1;
        const property = fc.asyncProperty(requestsTo(route, this.description, this.names), async (sent) => {
          const faults = await this.#faults(route, role, sent);
          if (faults.length > 0)
            throw new Error(`${sent.method} ${sent.path} ${sent.body ?? ''}\n  ${faults.join('; ')}`);
        });
        const result = await fc.check(property, { numRuns: cases, seed: asked, endOnFailure: false });
        if (result.failed)
          this.played.faults.push(
            `as ${role}, seed ${seed}: ${String((result.errorInstance as Error | null)?.message).slice(0, 900)}`,
          );
      }
  }
}
