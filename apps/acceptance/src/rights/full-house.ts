import { entities, type Cast, type Whose } from './cast.js';
import { evidence, Ground, title } from './ground.js';

const span = { from: '2026-02-10', to: '2026-02-16' };
const acting = `entity:${entities.acting}`;

/** An initiative that has one of everything, so that every read of it finds something. */
export interface House {
  readonly ground: Ground;
  /** Commitments for it by partner, each with a due change `d`. */
  readonly commitments: Readonly<Record<'own' | 'other', string>>;
}

const withDays = async (ground: Ground): Promise<void> => {
  await ground.milestone({ party: acting });
  await ground.give('milestones/m/target-changes', { id: 'c', to: '2026-06-07', reason: 'late drawings' });
  await ground.give('members', { user: 'somebody', role: 'member' });
  const { version } = await ground.give('waits', { id: 'w', party: acting, reason: 'busy', since: span.from });
  await ground.give('pauses', { id: 'p', on: '2026-03-10', until: '2026-03-31', reason: 'flood', steps: 'pump' });
  await ground.give('contests', { id: 'x', party: acting, ...span, reason: 'not ours' }, ground.judge);
  const correction = { id: 'k', version, field: 'since', to: '2026-02-12', reason: 'misread' };
  await ground.give('corrections', correction, ground.judge);
  await ground.give('blockers', { id: 'b', title, decider: acting, dueOn: '2026-03-15' });
  await ground.give('notes', { id: 'n', text: 'noted' });
};

const withWhatItsKindHas = async (ground: Ground): Promise<void> => {
  if (ground.kind === 'laws') await ground.give('stages', { stage: 'ministry-draft', on: '2026-02-10' });
  if (ground.kind !== 'policies') return;
  const scope = [entities.acting, entities.heir].map((entity) => ({ entity, dueOn: '2026-09-01' }));
  await ground.give('scope', { entities: scope, on: '2026-02-01' });
  await ground.give('applications', { entity: entities.acting, state: 'applied', on: '2026-03-01', evidence });
  await ground.give('exempt', { entity: entities.heir, ground: 'no such service' }, ground.judge);
};

/** A commitment of each partner, accepted, with a date asked for. */
const withCommitments = async ({ cast, kind, whose, lead }: Ground, initiative: string) => {
  const commitments = { own: '', other: '' };
  for (const which of ['own', 'other'] as const) {
    const ground = new Ground(cast, kind, which, 'partner');
    const id = ground.fresh();
    const offer = { id, direction: 'partner-to-government', title, initiative, dueOn: '2026-05-03', on: '2026-03-01' };
    await lead.accept(`/api/partners/${ground.partner}/commitments`, offer);
    await ground.ofPartner.accept(`/api/commitments/${id}/accept`, { on: '2026-03-02' });
    await lead.accept(`/api/commitments/${id}/due-changes`, { id: 'd', to: '2026-06-01', reason: whose });
    commitments[which] = id;
  }
  return commitments;
};

const build = async (cast: Cast, kind: string, whose: Whose): Promise<House> => {
  const ground = await new Ground(cast, kind, whose).initiative();
  await withDays(ground);
  await withWhatItsKindHas(ground);
  const commitments = await withCommitments(ground, `${kind}/${ground.id}`);
  // The outcome ends a law: last.
  if (kind === 'laws') await ground.give('outcome', { outcome: 'withdrawn' });
  await ground.close();
  const { version } = await cast.auditor.json(ground.address);
  const level = `atLeast=${kind}/${ground.id}@${Number(version)}&waitMs=20000`;
  await cast.auditor.json(`/api/timelines/${kind}/${ground.id}?${level}`);
  return { ground, commitments };
};

/** Houses of one system, each built when it is first asked for. */
export class Houses {
  readonly #built = new Map<string, Promise<House>>();

  constructor(private readonly cast: Cast) {}

  of(kind: string, whose: Whose): Promise<House> {
    const name = `${kind} ${whose}`;
    const built = this.#built.get(name) ?? build(this.cast, kind, whose);
    this.#built.set(name, built);
    return built;
  }
}
