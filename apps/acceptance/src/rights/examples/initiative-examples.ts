import type { Catalogue, Preparing } from '../example.js';
import { title, type Ground } from '../ground.js';

const at = '/api/{kind}/{id}';

/** A command on an initiative that is there, with what it needs beside it. */
export const onInitiative =
  (body: object, prepare?: (ground: Ground) => Promise<object | void>, more: object = {}): Preparing =>
  async (ground) => {
    await ground.initiative(more);
    const named = (await prepare?.(ground)) ?? {};
    await ground.close();
    return { path: { id: ground.id, ...named }, body };
  };

const member = { user: 'somebody', role: 'member' };

/** Initiatives themselves, and who works in them. */
export const initiativeExamples: Catalogue = {
  'POST /api/{kind}': async ({ kind, id, owner }) => {
    const ofLaws = kind === 'laws' ? { jurisdiction: 'EG', instrument: 'law' } : {};
    return { body: { id, title, owner, ...ofLaws } };
  },
  [`POST ${at}/publish`]: onInitiative({}, undefined, { draft: true }),
  [`POST ${at}/describe`]: onInitiative({ title: { en: 'Another' } }),
  [`POST ${at}/owner`]: onInitiative({ to: 'justice', reason: 'moved' }),
  [`POST ${at}/members`]: onInitiative(member),
  [`POST ${at}/members/{user}/remove`]: onInitiative({}, async (ground) => {
    await ground.give('members', member);
    return { user: member.user };
  }),
  // A law ends by its outcome, and by nothing else.
  [`POST ${at}/complete`]: async (ground) => ({
    ...(await onInitiative({})(ground)),
    ...(ground.kind === 'laws' ? { meets: 'initiative/no-outcome' } : {}),
  }),
  [`POST ${at}/cancel`]: onInitiative({ reason: 'no longer' }),
  [`POST ${at}/notes`]: onInitiative({ text: 'noted' }),
  'POST /api/batch': async (ground) => {
    await ground.initiative();
    return { body: { commands: [{ path: `${ground.address}/notes`, body: { text: 'noted' } }] } };
  },
};
