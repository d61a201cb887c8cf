import type { Demonstration } from '../load-demonstration.js';
import { people } from '../people.js';
import { buildingProjects } from './building-projects.js';
import { digitalProjects } from './digital-projects.js';
import { economyProjects } from './economy-projects.js';
import { egyptianLaws } from './egyptian-laws.js';
import { emiratesLaws } from './emirates-laws.js';
import { emiratesProjects } from './emirates-projects.js';
import { entities } from './entities.js';
import { partnerStories } from './partners.js';
import { policies } from './policies.js';
import { transportProjects } from './transport-projects.js';
import { withVoices } from './voices.js';

/** A plausible programme of two governments over a year. Nothing in it is real. */
export const ministryProgramme: Demonstration = {
  people,
  stories: withVoices([
    ...entities,
    ...egyptianLaws,
    ...emiratesLaws,
    ...transportProjects,
    ...digitalProjects,
    ...buildingProjects,
    ...economyProjects,
    ...emiratesProjects,
    ...policies,
    ...partnerStories,
  ]),
};
