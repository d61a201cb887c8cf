import { expect, it } from '@jest/globals';
import { isCluster, requireWholeCluster } from './cluster-settings.js';
import { readSettings } from './settings.js';

const settings = (eventStore: string, eventLog: string) =>
  readSettings({ MASAR_DATA: '/var/masar', MASAR_EVENT_STORE: eventStore, MASAR_EVENT_LOG: eventLog });

it.each([
  ['', '', false],
  ['mongodb://documents/masar', 'kafka://broker:9092', true],
  ['mongodb+srv://documents/masar', 'kafka+ssl://user:word@broker:9092', true],
])('a store %p with a log %p is whole; a cluster: %p', (store, log, cluster) => {
  requireWholeCluster(settings(store, log));
  expect(isCluster(settings(store, log))).toBe(cluster);
});

it('a broker over a folder, or a shared store without a broker, is half a cluster, and the other half is named', () => {
  expect(() => requireWholeCluster(settings('', 'kafka+ssl://user:secret@broker:9092'))).toThrow(
    /^MASAR_EVENT_STORE="sqlite:[^"]*" is not valid: expected mongodb:/,
  );
  expect(() => requireWholeCluster(settings('mongodb://user:secret@documents/masar', ''))).toThrow(
    /^MASAR_EVENT_LOG="sqlite:" is not valid: expected kafka:/,
  );
});
