export * from './initiatives.module.js';
export { initiativeCommands } from './command-kinds.js';
export { commandRoutes, type CommandRoute } from './command-routes.js';
