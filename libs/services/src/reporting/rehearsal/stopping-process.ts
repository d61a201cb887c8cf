import { openEventBroker } from '@masar/event-log';
import { openEventStore } from '@masar/event-store';
import { openReportingStore, type DocumentWrite, type ReadModels } from '@masar/read-models';
import { shareOver } from '../cluster/open-shared.js';

/*
 * One process of reporting that goes as far as a named point, says so and goes no further: for specs that kill it there.
 * stopping-process KAFKA TRUTH DOCUMENTS POINT
 */
export const points = ['history', 'arrivals', 'order', 'page-in-hand', 'documents'] as const;
export type Point = (typeof points)[number];

const [kafka, truthUrl, documents, point] = process.argv.slice(2) as [string, string, string, Point];

const here = (): Promise<never> => {
  process.stdout.write('here\n');
  return new Promise(() => undefined);
};
const goesTo = (writes: readonly DocumentWrite[], collection: string): boolean =>
  writes.some((write) => write.op === 'put' && write.collection.startsWith(`${collection}@`));

/** The thing itself, one method of it aside. */
const but = <T extends object, M extends keyof T>(thing: T, method: M, instead: T[M]): T =>
  new Proxy(thing, {
    get: (target, name) => {
      if (name === method) return instead;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

const stopping = (models: ReadModels): ReadModels =>
  but(models, 'write', async (writes) => {
    // Half of a page's documents, what they follow from not yet.
    if (point === 'documents' && goesTo(writes, 'timeline-facts')) {
      await models.write(writes.slice(0, Math.ceil(writes.length / 2)));
      return here();
    }
    const answer = await models.write(writes);
    const after = { arrivals: 'arrivals-waiting', order: 'arrival-order', 'page-in-hand': 'page-in-hand' } as const;
    return point in after && goesTo(writes, after[point as keyof typeof after]) ? here() : answer;
  });

const [store, truth] = await Promise.all([openReportingStore(documents), openEventStore(truthUrl)]);
const history = but(store.history, 'insert', async (...given) => {
  const verdicts = await store.history.insert(...given);
  return point === 'history' ? here() : verdicts;
});
await shareOver(
  {
    store: { ...store, readModels: stopping(store.readModels), history },
    truth: Object.assign(truth, { pending: truth.pending! }),
    broker: await openEventBroker(kafka),
    defaultZone: 'Africa/Cairo',
  },
  () => undefined,
);
