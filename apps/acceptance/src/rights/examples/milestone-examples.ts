import type { Catalogue, Preparing } from '../example.js';
import { entities } from '../cast.js';
import { evidence, title, type Ground } from '../ground.js';
import { onInitiative } from './initiative-examples.js';

const at = '/api/{kind}/{id}/milestones';
const asked = { to: '2026-06-07', reason: 'late drawings' };

/** A command on a milestone that is there, and has come as far as `steps` take it. */
const onMilestone = (
  body: object,
  steps: (ground: Ground) => Promise<unknown> = () => Promise.resolve(),
  more: object = {},
): Preparing =>
  onInitiative(body, async (ground) => {
    await ground.milestone(more);
    await steps(ground);
    return { milestone: 'm' };
  });

const reached = (ground: Ground) => ground.give('milestones/m/reach', { on: '2026-03-02', evidence });
/** Of an entity that nobody who is looked at belongs to, so that anybody of the team may confirm it. */
const ofActing = { party: `entity:${entities.acting}` };

const onChange = (prepare: (ground: Ground) => Promise<unknown>): Preparing =>
  onInitiative({ reason: 'so it is' }, async (ground) => {
    await ground.milestone();
    await prepare(ground);
    return { milestone: 'm', change: 'c' };
  });
const change = (ground: Ground) => ground.give('milestones/m/target-changes', { id: 'c', ...asked });
const ownChange = (ground: Ground) => ground.give('milestones/m/target-changes', { id: 'c', ...asked }, ground.self);
const mayAsk = (ground: Ground) => ground.whose === 'own' && (ground.role === 'member' || ground.role === 'lead');

/** Milestones and their dates. */
export const milestoneExamples: Catalogue = {
  [`POST ${at}`]: onInitiative({ id: 'm', title, target: '2026-05-03' }),
  [`POST ${at}/{milestone}/start`]: onMilestone({}),
  [`POST ${at}/{milestone}/forecast`]: onMilestone({ date: '2026-06-01' }),
  [`POST ${at}/{milestone}/reach`]: onMilestone({ evidence }),
  [`POST ${at}/{milestone}/confirm`]: onMilestone({ evidence }, reached, ofActing),
  [`POST ${at}/{milestone}/reopen`]: onMilestone({ reason: 'not so' }, reached),
  [`POST ${at}/{milestone}/cancel`]: onMilestone({ reason: 'no longer' }),
  [`POST ${at}/{milestone}/describe`]: onMilestone({ title: { en: 'Another' } }),
  [`POST ${at}/{milestone}/dependencies`]: onMilestone({ dependsOn: ['first'] }, (ground) =>
    ground.milestone({}, 'first'),
  ),
  [`POST ${at}/{milestone}/set-target`]: onMilestone({ to: '2026-06-01' }, undefined, {
    target: { absent: 'not-yet-planned' },
  }),
  [`POST ${at}/{milestone}/move`]: onMilestone({ to: '2026-05-06', reason: 'rain' }),
  [`POST ${at}/{milestone}/target-changes`]: onMilestone(asked),
  [`POST ${at}/{milestone}/target-changes/{change}/approve`]: onChange(change),
  [`POST ${at}/{milestone}/target-changes/{change}/reject`]: onChange(change),
  [`POST ${at}/{milestone}/target-changes/{change}/return`]: onChange(change),
  // Withdrawn by whoever asked: it is prepared by the one who is looked at, where he may ask.
  [`POST ${at}/{milestone}/target-changes/{change}/withdraw`]: onChange((ground) =>
    mayAsk(ground) ? ownChange(ground) : change(ground),
  ),
};
