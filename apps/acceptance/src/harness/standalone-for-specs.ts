import { afterAll, beforeAll } from '@jest/globals';
import type { ApiClient } from './api-client.js';
import type { Shown } from './shown.js';
import { StandaloneProcess, type StandaloneOptions } from './standalone-process.js';

const startingMayTake = 180_000;

/** One process for the whole file, gone afterwards; `at` moves its clock to 10:00 Cairo winter time of a day. */
export const useStandalone = (options: StandaloneOptions = {}) => {
  let running: StandaloneProcess | undefined;
  const system = (): StandaloneProcess => {
    if (!running) throw new Error('not started');
    return running;
  };
  beforeAll(async () => {
    running = await StandaloneProcess.start(options);
  }, startingMayTake);
  afterAll(() => running?.remove());
  return {
    system,
    api: (): ApiClient => system().client,
    at: (day: string, time = '08:00:00.000Z'): void => system().setNow(`${day}T${time}`),
  };
};

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
  return api.json(`/api/timelines/${stream}?${query.toString()}`);
};
