export { ReportingModule } from './reporting.module.js';
export { openReporting, type Reporting, type ReportingOptions } from './runtime/open-reporting.js';
export { REPORTING } from './http/tokens.js';
export type { ProjectorCalls } from './runtime/projector-calls.js';
export type { Rebuilt } from './projector/rebuild.js';
export type { ParkedStream } from './projector/parked.js';
export type { ProjectorStatus } from './projector/status.js';
export type { Question } from './queries/question.js';
