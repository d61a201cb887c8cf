export * from './account.js';
export * from './accounts.js';
export * from './backup-accounts.js';
export * from './open-sessions.js';
export * from './remote-authenticator.js';
export * from './sessions.module.js';
