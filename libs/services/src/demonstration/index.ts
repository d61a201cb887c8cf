export { DemonstrationModule } from './demonstration.module.js';
export { isDemonstration } from './is-demonstration.js';
