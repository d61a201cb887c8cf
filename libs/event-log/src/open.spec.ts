import { describe, expect, it } from '@jest/globals';
import { openEventLog } from './open.js';

describe('opening a log', () => {
  it.each([
    ['kafka://127.0.0.1:9092', 'kafka: is not in this build; use sqlite:<path>'],
    ['kafka+ssl://127.0.0.1:9092', 'kafka+ssl: is not in this build; use sqlite:<path>'],
    ['amqp://127.0.0.1', 'no adapter for amqp: use sqlite:<path>'],
    ['sqlite:/nowhere/truth.db', 'there is no event store at /nowhere/truth.db'],
    ['sqlite::memory:', 'a log over memory needs the name its store was opened with: sqlite::memory:<name>'],
  ])('%s says what is missing', async (url, message) => {
    await expect(openEventLog(url)).rejects.toThrow(message);
  });
});
