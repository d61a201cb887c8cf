import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openReportingStore, type ReportingStore } from '@masar/read-models';
import { MaintenanceRequests } from './maintenance-requests.js';

let store: ReportingStore;
let requests: MaintenanceRequests;
const handlers = {
  replay: async () => [],
  republish: async (stream?: string) => (stream === 'projects/P-1' ? 7 : 0),
  rebuild: () => Promise.reject(new Error('no room left')),
};

beforeEach(async () => {
  store = await openReportingStore('sqlite::memory:');
  requests = new MaintenanceRequests(store.readModels);
  await requests.declare();
});
afterEach(() => store.close());

describe('a request to whoever writes', () => {
  it('is done there and answered here, and nothing of it is left', async () => {
    const asked = requests.ask<number>('republish', 'projects/P-1');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await requests.serve(handlers)).toBe(1);
    expect(await asked).toBe(7);
    expect(await requests.serve(handlers)).toBe(0);
  });

  it('hears of the fault the writer met', async () => {
    const asked = requests.ask('rebuild', '2026-01-01T00:00:00.000Z');
    const met = asked.catch((fault: Error) => fault.message);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await requests.serve(handlers);
    expect(await met).toBe('no room left');
  });

  it('is done by one of two writers', async () => {
    let done = 0;
    const counting = { ...handlers, replay: async () => ((done += 1), []) };
    const asked = requests.ask('replay');
    await new Promise((resolve) => setTimeout(resolve, 20));
    await Promise.all([requests.serve(counting), new MaintenanceRequests(store.readModels).serve(counting)]);
    await asked;
    expect(done).toBe(1);
  });
});
