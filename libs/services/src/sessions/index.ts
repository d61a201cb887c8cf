export * from './account.js';
export * from './accounts.js';
export * from './backup-accounts.js';
export * from './carried-accounts.js';
export { accountsUrlOf } from './open-account-records.js';
export * from './open-sessions.js';
export * from './remote-authenticator.js';
export { rotateSigningKey, writeSigningKey } from './session-key.js';
export * from './sessions.module.js';
