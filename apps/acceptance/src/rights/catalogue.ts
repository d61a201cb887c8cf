import type { DescribedRoute } from './described-routes.js';
import type { Catalogue, Preparing } from './example.js';
import { accountExamples } from './examples/account-examples.js';
import { commitmentExamples } from './examples/commitment-examples.js';
import { fileExamples } from './examples/file-examples.js';
import { initiativeExamples } from './examples/initiative-examples.js';
import { kindExamples } from './examples/kind-examples.js';
import { ledgerExamples } from './examples/ledger-examples.js';
import { milestoneExamples } from './examples/milestone-examples.js';
import { peopleExamples } from './examples/people-examples.js';
import { readExample } from './examples/read-examples.js';
import { registryExamples } from './examples/registry-examples.js';
import { webhookExamples } from './examples/webhook-examples.js';
import type { Houses } from './full-house.js';

/** One example request for each command: an area adds a file of its own and a line here. */
const commands: Catalogue = {
  ...initiativeExamples,
  ...milestoneExamples,
  ...ledgerExamples,
  ...kindExamples,
  ...commitmentExamples,
  ...registryExamples,
  ...peopleExamples,
  ...accountExamples,
  ...fileExamples,
  ...webhookExamples,
};

/** The example of a route; undefined where there is none, which fails the matrix. */
export const exampleOf = (route: DescribedRoute, houses: Houses): Preparing | undefined =>
  commands[route.name] ?? readExample(route, houses);
