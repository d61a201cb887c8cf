import type { KindRules } from '../initiative/kind-rules.js';

/** A project is nothing but the shared rules. */
export const projectRules: KindRules = { kind: 'projects', emptyOwn: null, rules: {}, folds: {} };
