import type { PageUnderTest } from '../page-for-specs.js';
import { dayFromToday, givenProject } from './ground.js';

const title = { ar: 'كل ما يُفعل', en: 'All that is done' };

/** A project with something to be done to of every sort: a milestone open and one reached, a date asked for, a wait, a blocker. */
const busyProject = async (under: PageUnderTest): Promise<string> => {
  const lead = await under.client('lead');
  const { id } = await givenProject(under, 2);
  const path = `/api/projects/${id}`;
  await lead.accept(`${path}/milestones/m-2/reach`, { on: dayFromToday(-1) });
  await lead.accept(`${path}/milestones/m-1/target-changes`, { to: dayFromToday(40), reason: 'late' });
  await lead.accept(`${path}/waits`, { party: 'cabinet', reason: 'busy', since: dayFromToday(-9) });
  await lead.accept(`${path}/blockers`, { title, decider: 'cabinet', dueOn: dayFromToday(5) });
  return `/initiatives/projects/${id}`;
};

/** A project whose pause was granted and runs. */
const pausedProject = async (under: PageUnderTest): Promise<string> => {
  const { id } = await givenProject(under);
  const asked = { on: dayFromToday(0), until: dayFromToday(20), reason: 'floods', steps: 'pumps' };
  const { id: pause } = await (await under.client('lead')).accept(`/api/projects/${id}/pauses`, asked);
  await (await under.client('reviewer')).accept(`/api/projects/${id}/pauses/${String(pause)}/grant`, {});
  return `/initiatives/projects/${id}`;
};

/** A policy with two entities in its scope, one of which has declared. */
const declaredPolicy = async (under: PageUnderTest): Promise<string> => {
  const lead = await under.client('lead');
  const body = { title, owner: 'transport', startedOn: dayFromToday(-60) };
  const { id } = await lead.accept('/api/policies', body);
  const path = `/api/policies/${String(id)}`;
  const entities = ['transport', 'finance'].map((entity) => ({ entity, dueOn: dayFromToday(30) }));
  await lead.accept(`${path}/scope`, { on: dayFromToday(-3), entities });
  await lead.accept(`${path}/applications`, { entity: 'transport', state: 'applied', on: dayFromToday(-1) });
  return `/initiatives/policies/${String(id)}`;
};

const begunLaw = async (under: PageUnderTest): Promise<string> => {
  const body = { title, owner: 'transport', startedOn: dayFromToday(-60), jurisdiction: 'EG', instrument: 'law' };
  const { id } = await (await under.client('lead')).accept('/api/laws', body);
  return `/initiatives/laws/${String(id)}`;
};

/** Addresses of initiatives that together have something to be done to for every action there is. */
export const everyState = async (under: PageUnderTest): Promise<readonly string[]> => [
  await busyProject(under),
  await pausedProject(under),
  await declaredPolicy(under),
  await begunLaw(under),
];
