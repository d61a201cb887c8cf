export type { InitiativeFacts, MilestoneFacts, Fact } from './collect/facts.js';
export { FoldFault, type FoldFaultCode } from './collect/fold-fault.js';
export { collect, collectAll, referencedStreams } from './collect/collect.js';
export type { Question } from './derive/question.js';
export { deriveTimeline } from './derive/timeline.js';
