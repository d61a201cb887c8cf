import { roles, type Role } from '@masar/contracts';
import type { Reach } from './reach.js';
import type { Row } from './row.js';
import { auditRows } from './rows/audit-rows.js';
import { fileRows } from './rows/file-rows.js';
import { delegationRows } from './rows/delegation-rows.js';
import { initiativeRows } from './rows/initiative-rows.js';
import { judgingRows } from './rows/judging-rows.js';
import { ledgerRows } from './rows/ledger-rows.js';
import { partnerRows } from './rows/partner-rows.js';
import { peopleRows } from './rows/people-rows.js';
import { readingRows } from './rows/reading-rows.js';
import { registryRows } from './rows/registry-rows.js';
import { standingRows } from './rows/standing-rows.js';
import { webhookRows } from './rows/webhook-rows.js';
import { secondFactorRows } from './rows/second-factor-rows.js';

/**
 * The whole of who may do what (definitions §11): one row per action, one column per role. Nothing else gives a right;
 * docs/reference/access.md is written from these rows.
 */
export const table = {
  ...registryRows,
  ...peopleRows,
  ...delegationRows,
  ...secondFactorRows,
  ...standingRows,
  ...initiativeRows,
  ...ledgerRows,
  ...judgingRows,
  ...partnerRows,
  ...readingRows,
  ...fileRows,
  ...webhookRows,
  ...auditRows,
} as const satisfies Record<string, Row>;

export type Action = keyof typeof table;
export const actions = Object.keys(table) as readonly Action[];
export const rowOf = (action: Action): Row => table[action];

/** The reach of a role's right to an action. */
export const reachOf = (action: Action, role: Role): Reach => rowOf(action).reach[role] ?? '-';

/** The table as text, for a security officer's file. */
export const tableAsText = (): string =>
  [
    ['action', ...roles].join('\t'),
    ...actions.map((action) => [action, ...roles.map((role) => reachOf(action, role))].join('\t')),
  ].join('\n');
