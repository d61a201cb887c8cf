import { entities } from '../cast.js';
import type { Catalogue } from '../example.js';
import { title, type Ground } from '../ground.js';
import { onInitiative } from './initiative-examples.js';

const at = '/api/{kind}/{id}';
const wait = { id: 'w', party: `entity:${entities.acting}`, reason: 'busy', since: '2026-02-10' };
const span = { from: '2026-02-10', to: '2026-02-16' };
const pause = { id: 'p', on: '2026-03-10', until: '2026-03-31', reason: 'flood', steps: 'pump' };

const waited = (ground: Ground, party: string = wait.party) => ground.give('waits', { ...wait, party });
const onWait = (body: object) =>
  onInitiative(body, async (ground) => {
    await waited(ground);
    return { wait: 'w' };
  });
const onPause = (body: object, granted: boolean) =>
  onInitiative(body, async (ground) => {
    await ground.give('pauses', pause);
    if (granted) await ground.give('pauses/p/grant', {}, ground.judge);
    return { pause: 'p' };
  });

const contest = { id: 'x', party: wait.party, ...span, reason: 'not ours' };
const onContest = (body: object) =>
  onInitiative(body, async (ground) => {
    await waited(ground);
    await ground.give('contests', contest, ground.judge);
    return { contest: 'x' };
  });

const correctionOf = (version: unknown) => ({ id: 'k', version, field: 'since', to: '2026-02-12', reason: 'misread' });
const onCorrection = onInitiative({ reason: 'so it is' }, async (ground) => {
  const { version } = await waited(ground);
  await ground.give('corrections', correctionOf(version), ground.judge);
  return { correction: 'k' };
});

/** Whose days are contested: the own party's, where it is the own; by a reviewer, who is no voice of his, those of a body without account. */
const contestedParty = ({ isPartner, role, partner, concerned }: Ground): string =>
  isPartner ? `partner:${partner}` : `entity:${role === 'reviewer' ? entities.acting : concerned}`;

/** Days, and what is said about them. */
export const ledgerExamples: Catalogue = {
  [`POST ${at}/waits`]: onInitiative(wait),
  [`POST ${at}/waits/{wait}/affirm`]: onWait({}),
  [`POST ${at}/waits/{wait}/end`]: onWait({}),
  [`POST ${at}/pauses`]: onInitiative(pause),
  [`POST ${at}/pauses/{pause}/grant`]: onPause({}, false),
  [`POST ${at}/pauses/{pause}/refuse`]: onPause({}, false),
  [`POST ${at}/pauses/{pause}/renew`]: onPause({ until: '2026-04-15', reason: 'rain' }, true),
  [`POST ${at}/pauses/{pause}/end`]: onPause({}, true),
  [`POST ${at}/contests`]: async (ground) => {
    const party = contestedParty(ground);
    await ground.initiative();
    await waited(ground, party);
    if (ground.isPartner) await ground.commitment('government', 'partner-to-government');
    await ground.close();
    return { path: { id: ground.id }, body: { ...contest, party } };
  },
  [`POST ${at}/contests/{contest}/dismiss`]: onContest({ reason: 'it was' }),
  [`POST ${at}/contests/{contest}/rule`]: onContest({ spans: [{ ...span, party: 'cabinet' }], reason: 'it was' }),
  [`POST ${at}/corrections`]: async (ground) => {
    await ground.initiative();
    const { version } = await waited(ground, `entity:${ground.concerned}`);
    await ground.close();
    return { path: { id: ground.id }, body: correctionOf(version) };
  },
  [`POST ${at}/corrections/{correction}/approve`]: onCorrection,
  [`POST ${at}/corrections/{correction}/reject`]: onCorrection,
  [`POST ${at}/blockers`]: onInitiative({
    id: 'b',
    title,
    decider: `entity:${entities.acting}`,
    dueOn: '2026-03-15',
  }),
  [`POST ${at}/blockers/{blocker}/resolve`]: onInitiative({ outcome: 'cleared' }, async (ground) => {
    await ground.give('blockers', { id: 'b', title, decider: `entity:${ground.concerned}`, dueOn: '2026-03-15' });
    return { blocker: 'b' };
  }),
};
