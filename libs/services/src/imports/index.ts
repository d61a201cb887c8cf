export { ImportsModule } from './imports.module.js';
export { ImportService, type RunningImport } from './import-service.js';
