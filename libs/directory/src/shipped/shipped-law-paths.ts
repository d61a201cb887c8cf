import type { LawPath } from '@masar/contracts';
import { egyptLaw } from './law-paths/egypt-law.js';
import { emiratesFederalLaw } from './law-paths/emirates-federal-law.js';
import { genericBill } from './law-paths/generic-bill.js';

/** Known from the beginning; an administrator publishes later versions as events. */
export const shippedLawPaths: readonly LawPath[] = [egyptLaw, emiratesFederalLaw, genericBill];

/** The shipped version of a path, undefined where none is shipped. */
export const shippedLawPath = (jurisdiction: string, instrument: string): LawPath | undefined =>
  shippedLawPaths.find((path) => path.jurisdiction === jurisdiction && path.instrument === instrument);
