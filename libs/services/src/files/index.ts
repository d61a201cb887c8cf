export type * from './file-store.js';
export { openFileStore } from './open-file-store.js';
export { FilesModule } from './files.module.js';
export * from './carrying/carried-files.js';
