export { EventLogStrategy, handleEvents, type EventSource, type OpenEventSource } from './event-log-strategy.js';
