export * from './batch.module.js';
