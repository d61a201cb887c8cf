export * from './directory.js';
export * from './facts.js';
export * from './collect-directory.js';
export * from './amendments.js';
export * from './directory-at.js';
export * from './law-path-clock.js';
export * from './law-path-faults.js';
export * from './shipped/shipped-law-paths.js';
