import { roles, type Role } from '@masar/contracts';
import type { ApiClient } from '../harness/api-client.js';

/** The entity whose people are looked at; another one's initiatives; one that hides its initiatives; one that acts in them. */
export const entities = {
  own: 'education',
  other: 'health',
  hidden: 'finance',
  acting: 'land',
  heir: 'justice',
} as const;
/** Whose a record is, to whoever asks: of the own entity, of another, of another that hides it. For partners' people: of which partner. */
export type Whose = 'own' | 'other' | 'hidden';
export const partners = { own: 'nile', other: 'delta' } as const;

const password = 'seven quiet rivers bend';

/** Where somebody works, and as what. */
export interface Standing {
  readonly roles: readonly Role[];
  readonly entity?: string;
  readonly partner?: string;
}

/** The standing of whoever is looked at for a role: officials belong to one entity, partners' people to one partner. */
export const standingOf = (role: Role): Standing =>
  role === 'partner' ? { roles: [role], partner: partners.own } : { roles: [role], entity: entities.own };

/** Everybody a matrix of rights is played with. */
export interface Cast {
  readonly administrator: ApiClient;
  /** Those who are looked at: one for each role, with no other role. */
  readonly byRole: ReadonlyMap<Role, ApiClient>;
  /** Those who prepare what is asked about; none of them is looked at. */
  readonly leads: Readonly<Record<Whose, ApiClient>>;
  readonly judge: ApiClient;
  readonly auditor: ApiClient;
  readonly partners: Readonly<Record<'own' | 'other', ApiClient>>;
}

let joinings = 0;
/** A user name that nobody else has. */
export const freshUser = (as: string): string => `${as}-${(joinings += 1)}`;

/** Somebody invited by the administrator, the password chosen, signed in. */
export const joined = async (administrator: ApiClient, user: string, standing: Standing): Promise<ApiClient> => {
  const invited = await administrator.accept('/api/people', { user, name: { en: user }, ...standing });
  await administrator.accept(`/api/invitations/${String(invited['invitation']?.['token'])}`, { password });
  return administrator.signIn(user, password);
};

/** The same person signed in once more. */
export const signedInAgain = (api: ApiClient, user: string): Promise<ApiClient> => api.signIn(user, password);
export const passwordOfCast = password;

/** Registers entities and partners, and invites the cast. */
export const assembleCast = async (administrator: ApiClient): Promise<Cast> => {
  for (const id of Object.values(entities))
    await administrator.accept('/api/entities', { id, name: { en: id }, jurisdiction: 'EG' });
  for (const id of Object.values(partners))
    await administrator.accept('/api/partners', { id, name: { en: id }, on: '2026-02-01' });
  const join = (user: string, standing: Standing) => joined(administrator, user, standing);
  const lead = (whose: Whose) => join(`lead-of-${whose}`, { roles: ['lead', 'member'], entity: entities[whose] });
  const [own, other, hidden] = [await lead('own'), await lead('other'), await lead('hidden')];
  const byRole = new Map<Role, ApiClient>();
  for (const role of roles) byRole.set(role, await join(`as-${role}`, standingOf(role)));
  return {
    administrator,
    byRole,
    leads: { own, other, hidden },
    judge: await join('judge', { roles: ['reviewer'] }),
    auditor: await join('watcher', { roles: ['auditor'] }),
    partners: {
      own: await join('nadia', { roles: ['partner'], partner: partners.own }),
      other: await join('adel', { roles: ['partner'], partner: partners.other }),
    },
  };
};
