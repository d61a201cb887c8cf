export * from './fault.js';
export * from './limits.js';
export * from './model/imported.js';
export { bodyIdOf, digestOf, initiativeIdOf, isSnapshotId } from './model/identifiers.js';
export { profileByName, profiles } from './profiles/index.js';
export type { Profile } from './profiles/profile.js';
export { readFile } from './read/read-file.js';
export type { FileFacts, ReadFile } from './read/reading.js';
export { templateOf } from './read/template.js';
