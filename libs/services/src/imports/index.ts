export { ImportsModule } from './imports.module.js';
export type { ToldImport } from './told-import.js';
export { ImportService, type RunningImport } from './import-service.js';
