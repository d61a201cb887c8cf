import type { ApiClient } from '../harness/api-client.js';

/** Who comes to the page, and for what: accounts of entities and partners of the demonstration. */
export const people = {
  reviewer: { user: 'hala', roles: ['reviewer'] },
  lead: { user: 'tarek', roles: ['lead', 'focal-point'], entity: 'transport' },
  colleague: { user: 'nabil', roles: ['lead', 'focal-point'], entity: 'transport' },
  member: { user: 'dina', roles: ['member'], entity: 'transport' },
  partner: { user: 'mostafa', roles: ['partner'], partner: 'port-systems' },
} as const;
export type Visitor = keyof typeof people | 'administrator';

/** What everybody but the administrator chose at the link of an invitation. */
export const chosenPassword = 'a long sentence for the page';

/** Invites somebody; answers the token of the link. */
export const invite = async (
  administrator: ApiClient,
  visitor: keyof typeof people,
  user?: string,
): Promise<string> => {
  const person = { ...people[visitor], user: user ?? people[visitor].user };
  const name = { ar: 'زائر الصفحة', en: 'A visitor' };
  const { invitation } = await administrator.accept('/api/people', { ...person, name });
  return String(invitation?.['token']);
};
