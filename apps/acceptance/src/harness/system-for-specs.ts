import { afterAll, beforeAll } from '@jest/globals';
import type { ApiClient } from './api-client.js';
import type { Shown } from './shown.js';
import type { RunningSystem } from './running-system.js';
import { StandaloneProcess, type StandaloneOptions } from './standalone-process.js';
import { startSystem, type SystemOptions } from './start-system.js';

const startingMayTake = 300_000;

/** A system for the whole file, gone afterwards; `at` moves its clock to 10:00 Cairo winter time of a day. */
const useRunning = <T extends RunningSystem>(start: () => Promise<T>) => {
  let running: T | undefined;
  const system = (): T => {
    if (!running) throw new Error('not started');
    return running;
  };
  beforeAll(async () => {
    running = await start();
  }, startingMayTake);
  afterAll(() => running?.remove());
  return {
    system,
    api: (): ApiClient => system().client,
    at: (day: string, time = '08:00:00.000Z'): void => system().setNow(`${day}T${time}`),
  };
};

/** Whatever scenarios are run over: one process or a cluster. */
export const useSystem = (options: SystemOptions = {}) => useRunning(() => startSystem(options));

/** One process over a data folder, for what is about the folder itself. */
export const useStandalone = (options: StandaloneOptions = {}) => useRunning(() => StandaloneProcess.start(options));

/** Registers entities that answer in Egypt's calendar unless told otherwise. */
export const registerEntities = async (api: ApiClient, ids: readonly string[], jurisdiction = 'EG'): Promise<void> => {
  for (const id of ids) await api.accept('/api/entities', { id, name: { en: id }, jurisdiction });
};

/** A timeline that already shows what was just acknowledged. */
export const timelineOf = async (
  api: ApiClient,
  stream: string,
  question: { readonly on?: string; readonly knownOn?: string } = {},
): Promise<Shown> => {
  const { version } = await api.json(`/api/${stream}`);
  const query = new URLSearchParams({ ...question, atLeast: `${stream}@${Number(version)}`, waitMs: '10000' });
  return api.level(`/api/timelines/${stream}?${query.toString()}`);
};
