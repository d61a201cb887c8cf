import { membershipRoles, roles, type Role } from '@masar/contracts';
import type { Answer } from '../harness/target.js';
import { roleOfJoining, type Cast, type Whose } from './cast.js';
import { exampleOf } from './catalogue.js';
import type { DescribedRoute } from './described-routes.js';
import type { Example, Preparing } from './example.js';
import { blanked, requestOf, send, twinOf } from './exchange.js';
import { Houses } from './full-house.js';
import { Ground } from './ground.js';
import type { PublishedRights } from './published-rights.js';
import { verdictOf, type Cell, type Verdict } from './verdict.js';

/** What came of playing some cells. */
export interface Played {
  cells: number;
  readonly verdicts: Record<Verdict, number>;
  /** Each a cell that was answered otherwise than the page of rights says. */
  readonly faults: string[];
}

/** Routes about initiatives, or what is for one: these can be hidden. */
const hideable =
  /^\w+ \/api\/(\{kind\}\/\{id\}|timelines\/|files\/\{id\}|commitments\/\{id\}|partners\/\{id\}\/commitments\/)|^POST \/api\/partners\/\{id\}\/commitments$/;
/** Routes about the one who asks, or what he has made. */
const personal =
  /^(\w+ \/api\/portfolio\/looks\/\{id\}|GET \/api\/imports\/\{id\}|DELETE \/api\/sessions\/\{id\}|\w+ \/api\/(delegations|webhooks)\/\{id\}.*)$/;
/** Others of which there is the own and another's. */
const owned =
  /^(POST \/api\/\{kind\}|POST \/api\/imports|POST \/api\/batch|GET \/api\/partners\/\{id\}.*|GET \/api\/entities\/\{id\})$/;

/** Laws and policies share what a membership gives with projects, to the line: it is played once, but for what only they have. */
const isSameCode = ({ kind, action = '' }: DescribedRoute): boolean =>
  (kind === 'laws' || kind === 'policies') && !/^(law|policy)\./.test(action);

/** Whose records a route can be asked about; of one list, or of what is nobody's, there is one cell a role. */
const whoseOf = (route: DescribedRoute): readonly Whose[] => {
  const { name } = route;
  if (hideable.test(name)) return isSameCode(route) ? ['own', 'other', 'hidden'] : ['own', 'other', 'hidden', 'joined'];
  return personal.test(name) || owned.test(name) ? ['own', 'other'] : ['own'];
};

/** For a partner's people nothing is hidden behind an audience: it is theirs or it is not. */
const rolesFor = (whose: Whose): readonly Role[] => {
  if (whose === 'joined') return membershipRoles;
  return whose === 'hidden' ? roles.filter((role) => role !== 'partner') : roles;
};

const cellsOf = (route: DescribedRoute, rights: PublishedRights): readonly Cell[] => {
  const mayRead = rights.get(`${route.action!.split('.')[0]}.read`);
  const reaches = rights.get(route.action!) ?? new Map<Role, string>();
  const beside = reaches.get(roleOfJoining) ?? '';
  return whoseOf(route).flatMap((whose) =>
    rolesFor(whose).map((role) => ({
      ...{ reach: reaches.get(role) ?? '', role, whose, beside },
      // Who may read everybody's is told why he may not change it.
      isPersonal: personal.test(route.name) && mayRead?.get(role) !== 'any',
    })),
  );
};

const isAsExpected = (verdict: Verdict, { status, body }: Answer, { meets }: Example): boolean =>
  verdict === 'accepted'
    ? status < 300 || (meets !== undefined && String(body['code']) === meets)
    : verdict === 'refused'
      ? status === 403
      : status >= 400 && status < 500;

/** Plays cells of the published table over HTTP: each role's person sends an example that only the right stands before. */
export class Matrix {
  readonly houses: Houses;
  readonly played: Played = { cells: 0, verdicts: { accepted: 0, refused: 0, nothing: 0 }, faults: [] };

  constructor(
    private readonly cast: Cast,
    private readonly rights: PublishedRights,
  ) {
    this.houses = new Houses(cast);
  }

  example(route: DescribedRoute): Preparing | undefined {
    return exampleOf(route, this.houses);
  }

  /** Every cell of a route; what is prepared for those who may not is prepared once, since they change nothing. */
  async play(route: DescribedRoute): Promise<void> {
    const shared = new Map<string, Promise<Example>>();
    for (const cell of cellsOf(route, this.rights)) {
      const verdict = verdictOf(cell);
      const isOwn = verdict === 'accepted' || cell.isPersonal || (cell.role === 'partner' && cell.reach !== '');
      const name = isOwn ? `${cell.whose} ${cell.role}` : cell.whose;
      const role = isOwn ? cell.role : undefined;
      const prepared = shared.get(name) ?? this.#prepared(route, cell.whose, role);
      shared.set(name, prepared);
      await this.#cell(route, cell, verdict, prepared);
    }
  }

  /** The first cell of a route that somebody has the right to. */
  async playOne(route: DescribedRoute): Promise<void> {
    const cell = cellsOf(route, this.rights).find((one) => verdictOf(one) === 'accepted');
    if (!cell) throw new Error(`nobody may ${route.name}`);
    await this.#cell(route, cell, 'accepted', this.#prepared(route, cell.whose, cell.role));
  }

  async #prepared(route: DescribedRoute, whose: Whose, role: Role | undefined): Promise<Example> {
    const ground = new Ground(this.cast, route.kind ?? 'projects', whose, role);
    return this.example(route)!(ground);
  }

  async #cell(route: DescribedRoute, cell: Cell, verdict: Verdict, prepared: Promise<Example>): Promise<void> {
    const { role, whose, reach } = cell;
    this.played.cells += 1;
    this.played.verdicts[verdict] += 1;
    const what = `${route.method} ${route.path} as ${role} (${reach || '-'}, ${whose}) must be ${verdict}`;
    try {
      const example = await prepared;
      const people = whose === 'joined' ? this.cast.byMembership : this.cast.byRole;
      const api = example.as ?? people.get(role)!;
      const sent = requestOf(route, example);
      const answer = await send(api, sent);
      if (!isAsExpected(verdict, answer, example))
        this.played.faults.push(`${what}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`);
      else if (verdict === 'nothing')
        await this.#sameAsNothing(what, example, answer, () => send(api, twinOf(sent, example.names)));
    } catch (fault) {
      this.played.faults.push(`${what}: ${String(fault).slice(0, 400)}`);
    }
  }

  async #sameAsNothing(
    what: string,
    { names }: Example,
    answer: Awaited<ReturnType<typeof send>>,
    ask: () => ReturnType<typeof send>,
  ): Promise<void> {
    const [hidden, missing] = [blanked(answer, names), blanked(await ask(), names)];
    if (hidden !== missing) this.played.faults.push(`${what}, and differs:\n  ${hidden}\n  ${missing}`);
  }
}
