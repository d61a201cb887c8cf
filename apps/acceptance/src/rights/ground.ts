import { membershipRoles, type Role } from '@masar/contracts';
import type { ApiClient } from '../harness/api-client.js';
import type { Shown } from '../harness/shown.js';
import { entities, freshUser, joined, joiningUser, partners, standingOf, type Cast, type Whose } from './cast.js';

/** Today, everywhere in the matrix. */
export const today = '2026-03-11';
export const title = { ar: 'عمل', en: 'Work' };
export const evidence = [{ title: 'Handover', url: 'https://documents.example.com/1' }];

let made = 0;
/** Ids that begin so name what an example made; put `no` in its place and there is nothing of the name. */
const freshId = (): string => `is${String((made += 1)).padStart(6, '0')}`;

/** What stands in the place of an id that was found and not made: as like to it as can be, digests and all. */
export const nothingLike = (name: string): string =>
  `${name.slice(0, -4)}${/^[0-9a-f]{8,}$/.test(name) ? '0000' : 'none'}`;

/** A text that asks the same of what is not there; `names` are those of what an example found, and did not make. */
export const ofNothing = (text: string, names: readonly string[] = []): string => {
  const asked = text
    .replaceAll(/\bis(\d{6})\b/g, 'no$1')
    .replaceAll(new RegExp(`\\b${partners.other}\\b`, 'g'), 'nobdy');
  return names.reduce((so, name) => so.replaceAll(name, nothingLike(name)), asked);
};

type Body = object;

/** Where one example stands: what it needs is made by people who are not looked at. */
export class Ground {
  readonly id = freshId();

  constructor(
    readonly cast: Cast,
    readonly kind: string,
    readonly whose: Whose,
    /** Who is going to ask; absent where it is prepared for everybody who may not. */
    readonly role?: Role,
  ) {}

  fresh(): string {
    return freshId();
  }

  get isPartner(): boolean {
    return this.role === 'partner';
  }

  /** Which of the initiatives: a partner's people have no entity, and see none. */
  private get at(): 'own' | 'other' | 'hidden' {
    if (this.isPartner) return 'other';
    return this.whose === 'joined' ? 'hidden' : this.whose;
  }

  get owner(): string {
    return entities[this.at];
  }

  get lead(): ApiClient {
    return this.cast.leads[this.at];
  }

  get judge(): ApiClient {
    return this.cast.judge;
  }

  /** The entity a single record is about: the own one, or one that merely acts there. */
  get concerned(): string {
    return this.whose === 'own' ? entities.own : entities.acting;
  }

  get partner(): string {
    return this.isPartner && this.whose !== 'own' ? partners.other : partners.own;
  }

  get ofPartner(): ApiClient {
    return this.cast.partners[this.partner === partners.own ? 'own' : 'other'];
  }

  /** Whoever is going to ask, where it matters who prepared something; else the lead. */
  get self(): ApiClient {
    const people = this.whose === 'joined' ? this.cast.byMembership : this.cast.byRole;
    return (this.role && people.get(this.role)) ?? this.lead;
  }

  get address(): string {
    return `/api/${this.kind}/${this.id}`;
  }

  /** Somebody else of the same standing, for what a person does to the own account. */
  throwaway(): Promise<ApiClient> {
    const role = this.role ?? 'member';
    return joined(this.cast.administrator, freshUser(`as-${role}`), standingOf(role));
  }

  async initiative(more: Body = {}): Promise<this> {
    const ofLaws = this.kind === 'laws' ? { jurisdiction: 'EG', instrument: 'law' } : {};
    const fields = { id: this.id, title, owner: this.owner, startedOn: '2026-02-01', ...ofLaws, ...more };
    await this.lead.accept(`/api/${this.kind}`, fields);
    if (this.whose === 'joined') await this.#join();
    return this;
  }

  /** Everybody who is looked at for a membership is made a member: those who judge by a reviewer, the others by the lead. */
  async #join(): Promise<void> {
    for (const role of membershipRoles) {
      const by = role === 'reviewer' || role === 'independent' ? this.judge : this.lead;
      await this.give('members', { user: joiningUser(role), role }, by);
    }
  }

  /** A command below the initiative, by its lead unless somebody else is told to. */
  give(path: string, body: Body = {}, by: ApiClient = this.lead): Promise<Shown> {
    return by.accept(`${this.address}/${path}`, body);
  }

  async milestone(more: Body = {}, id = 'm'): Promise<this> {
    await this.give('milestones', { id, title, target: '2026-05-03', ...more });
    return this;
  }

  /** A commitment with the ground's partner, offered by one side. */
  async commitment(by: 'government' | 'partner', direction: string, more: Body = {}): Promise<string> {
    const offer = (id: string) => ({
      id,
      direction,
      title,
      initiative: `${this.kind}/${this.id}`,
      dueOn: '2026-03-05',
      on: '2026-03-01',
      ...more,
    });
    const path = `/api/partners/${this.partner}/commitments`;
    const first = this.fresh();
    await this.lead.accept(path, offer(first));
    if (by === 'government') return first;
    // A partner offers only for what it has a commitment for already.
    const second = this.fresh();
    await this.ofPartner.accept(path, offer(second));
    return second;
  }

  /** When everything is prepared: from now on it is the team's alone, if it is to be hidden. */
  async close(): Promise<void> {
    if (this.at === 'hidden') await this.give('describe', { audience: 'team' });
  }
}
