import type { RefusalCode } from '@masar/contracts';
import type { RefusalWords } from './words/refusal-words.js';
import { contextWords } from './words/context-words.js';
import { fileWords } from './words/file-words.js';
import { delegationWords } from './words/delegation-words.js';
import { initiativeWords } from './words/initiative-words.js';
import { ledgerWords } from './words/ledger-words.js';
import { oidcWords } from './words/oidc-words.js';
import { partnerWords } from './words/partner-words.js';
import { peopleWords } from './words/people-words.js';
import { secondFactorWords } from './words/second-factor-words.js';
import { serviceWords } from './words/service-words.js';
import { webhookWords } from './words/webhook-words.js';

export type { RefusalWords } from './words/refusal-words.js';

/** Every code with its status and words; one added to the contracts does not compile here until it has them. */
export const refusals: Readonly<Record<RefusalCode, RefusalWords>> = {
  ...serviceWords,
  ...initiativeWords,
  ...ledgerWords,
  ...contextWords,
  ...peopleWords,
  ...delegationWords,
  ...oidcWords,
  ...secondFactorWords,
  ...partnerWords,
  ...fileWords,
  ...webhookWords,
};
