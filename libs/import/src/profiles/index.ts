import { brBills } from './br-bills.js';
import { federalDataStrategy } from './federal-data-strategy.js';
import { gmpp } from './gmpp.js';
import { initiatives } from './initiatives.js';
import { melbourneWater } from './melbourne-water.js';
import { permitReceipt } from './permit-receipt.js';
import type { Profile } from './profile.js';
import { usBillStatus } from './us-bill-status.js';

/** Every profile shipped. */
export const profiles: readonly Profile[] = [
  initiatives,
  gmpp,
  melbourneWater,
  usBillStatus,
  brBills,
  federalDataStrategy,
  permitReceipt,
];

/** A profile by name; undefined for any other. */
export const profileByName = (name: string): Profile | undefined => profiles.find((profile) => profile.name === name);
