import { accessMatrix } from './access-matrix.js';
import type { Check } from './check.js';
import { clusterAbsences } from './cluster-absences.js';
import { clusterChaos } from './cluster-chaos.js';
import { describedInterface } from './described-interface.js';
import { killedProcess } from './killed-process.js';
import { knownOnRecall } from './known-on-recall.js';
import { ledgerOracle } from './ledger-oracle.js';
import { rebuildUnderLoad } from './rebuild-under-load.js';

/** Every check by name; `npm run acceptance` runs them all unless told which. */
export const allChecks: readonly Check[] = [
  ledgerOracle,
  knownOnRecall,
  killedProcess,
  clusterChaos,
  clusterAbsences,
  rebuildUnderLoad,
  accessMatrix,
  describedInterface,
];
