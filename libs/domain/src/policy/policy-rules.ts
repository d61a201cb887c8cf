import type { KindRules } from '../initiative/kind-rules.js';
import { applicationRules } from './application-rules.js';
import { emptyPolicy, policyFolds } from './policy-state.js';

/** A policy: the shared rules, and who has to apply it and does. */
export const policyRules: KindRules = {
  kind: 'policies',
  emptyOwn: emptyPolicy,
  rules: applicationRules,
  folds: policyFolds,
};
