export type { RuleBook } from './rule-book.js';
export * from './seeded-random.js';
export * from './temporary-folder.js';
export * from './killable-process.js';
export * from './fake-clock.js';
export * from './given-when-then.js';
export * from './faulty-disk.js';
export * from './servers.js';
export * from './test-kafka.js';
