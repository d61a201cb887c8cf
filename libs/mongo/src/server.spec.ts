import { expect, it } from '@jest/globals';
import { connectTo, databaseOf } from './server.js';
import { isServerFault } from './faults.js';
import { untilSeen } from './until-seen.js';

it.each([
  ['mongodb://127.0.0.1:27017/masar', 'masar'],
  ['mongodb://a:1,b:2/masar%2Dlaws?replicaSet=rs0', 'masar-laws'],
  ['mongodb+srv://user:word@documents/masar?w=1', 'masar'],
])('%s names its database', (url, name) => expect(databaseOf(url)).toBe(name));

it.each(['mongodb://127.0.0.1:27017', 'mongodb://127.0.0.1/', 'mongodb://127.0.0.1/?w=1'])(
  '%s names none, which is refused',
  (url) => expect(() => databaseOf(url)).toThrow(/names its database/),
);

it('says soon that nobody is there', async () => {
  const started = performance.now();
  const nobody = connectTo('mongodb://127.0.0.1:1/masar', { selectionMs: 200 });
  expect(isServerFault(await nobody.catch((fault: unknown) => fault))).toBe(true);
  expect(performance.now() - started).toBeLessThan(3_000);
});

it('takes what a URL says of waiting, unless it is told otherwise', async () => {
  const started = performance.now();
  const nobody = connectTo('mongodb://127.0.0.1:1/masar?serverSelectionTimeoutMS=150');
  expect(isServerFault(await nobody.catch((fault: unknown) => fault))).toBe(true);
  expect(performance.now() - started).toBeLessThan(3_000);
});

it('calls a wrong URL no fault of a server', async () => {
  const wrong = connectTo('mongodb://127.0.0.1/masar?readConcernLevel=nonsense&maxPoolSize=-1');
  expect(isServerFault(await wrong.catch((fault: unknown) => fault))).toBe(false);
});

it('calls a connection that ends under a write a fault of the server', () => {
  const ended = Object.assign(new Error('This socket has been ended by the other party'), { code: 'EPIPE' });
  expect([isServerFault(ended), isServerFault(new Error('ended')), isServerFault(undefined)]).toEqual([
    true,
    false,
    false,
  ]);
});

it('looks until something is seen, and not for ever', async () => {
  let looks = 0;
  expect(await untilSeen(async () => ((looks += 1) > 3 ? 'seen' : null))).toBe('seen');
  expect(await untilSeen(async () => undefined, 20)).toBeUndefined();
});
