import type { AnyRecordedEvent, DomainEvent } from '@masar/contracts';
import { minutesOf } from '@masar/testing';
import type { Minutes } from '@masar/testing';
import type { InitiativeCommand } from '../initiative/commands.js';
import { deciderOf } from '../initiative/decider.js';
import { initiativeDecider } from '../initiative/initiative-decider.js';
import type { KindRules } from '../initiative/kind-rules.js';
import type { InitiativeState } from '../initiative/state.js';
import { recordedOn } from './recorded-on.js';
import { lead } from './voices.js';

export type InitiativeMinutes = Minutes<InitiativeState, InitiativeCommand, AnyRecordedEvent, DomainEvent>;

export const emptyProject: InitiativeMinutes = minutesOf(initiativeDecider('projects'), recordedOn('projects/P-1'));
export const emptyLaw: InitiativeMinutes = minutesOf(initiativeDecider('laws'), recordedOn('laws/L-7'));
export const emptyPolicy: InitiativeMinutes = minutesOf(initiativeDecider('policies'), recordedOn('policies/Y-3'));
export const emptyOf = (kind: KindRules): InitiativeMinutes =>
  minutesOf(deciderOf(kind), recordedOn(`${kind.kind}/T-1`));

/** A project of the ministry of education, registered on 2026-02-01 and started that day. */
export const project: InitiativeMinutes = emptyProject.after(
  lead('2026-02-01', 'RegisterInitiative', {
    title: { ar: 'مدارس', en: 'Schools' },
    owner: 'education',
    startedOn: '2026-02-01',
  }),
);
/** The same, still a draft. */
export const draft: InitiativeMinutes = emptyProject.after(
  lead('2026-02-01', 'RegisterInitiative', { title: { en: 'Schools' }, owner: 'education', draft: true }),
);
/** Its working milestone m-1, promised for Sunday 2026-03-01. */
export const planned: InitiativeMinutes = project.after(
  lead('2026-02-01', 'PlanMilestone', { milestone: 'm-1', title: { en: 'Design' }, target: '2026-03-01' }),
);
/** An Egyptian law of the ministry of justice, registered on 2026-01-04, without any stage. */
export const law: InitiativeMinutes = emptyLaw.after(
  lead('2026-01-04', 'RegisterInitiative', {
    title: { en: 'Companies law' },
    owner: 'justice',
    jurisdiction: 'EG',
    instrument: 'law',
  }),
);
/** A policy in the scope of three bodies. */
export const policy: InitiativeMinutes = emptyPolicy.after(
  lead('2026-02-01', 'RegisterInitiative', { title: { en: 'Open data' }, owner: 'education', startedOn: '2026-02-01' }),
  lead('2026-02-01', 'SetScope', {
    entities: ['education', 'finance', 'health'].map((entity) => ({ entity, dueOn: '2026-06-30' })),
  }),
);
/** The stages of the Egyptian path, in its order. */
export const egyptianStages = [
  'ministry-draft',
  'council-of-ministers',
  'committee',
  'plenary',
  'state-council',
  'senate',
  'final-vote',
  'promulgation',
  'gazette',
  'published',
  'in-force',
  'executive-regulations',
];
