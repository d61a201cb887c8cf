import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { event, fromCloudEvent, type CloudEvent as OurCloudEvent } from '@masar/contracts';
import { kafkaForTests } from '@masar/testing';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { CloudEvent, Kafka as Binding } from 'cloudevents';
import kafkajs, { type KafkaMessage } from 'kafkajs';
import type { EventBroker } from '../broker-port.js';
import { topicsOfItsOwn, until } from '../testing/log-under-test.js';
import { PendingInMemory } from '../testing/pending-in-memory.js';
import { openEventBroker } from '../open.js';
import { brokerAddress } from './broker-url.js';

const kafka = await kafkaForTests();
const whenThere = kafka.url === undefined ? describe.skip : describe;

/** The published schemas as a stranger gets them: the AsyncAPI document, nothing of our code. */
const published = JSON.parse(
  readFileSync(new URL('../../../../docs/reference/asyncapi.json', import.meta.url), 'utf8'),
) as { components: { schemas: Record<string, object> } };
const { schemas } = published.components;
const validator = (name: string): ValidateFunction =>
  new Ajv2020({ strict: false, validateFormats: false, coerceTypes: true }).compile(schemas[name]!);

/** All a stranger does with a record: bytes to text, and the library's own reading of the binding. */
const read = ({ key, value, headers }: KafkaMessage): CloudEvent<object> => {
  const text = Object.fromEntries(Object.entries(headers ?? {}).map(([name, bytes]) => [name, String(bytes)]));
  const message = { key: String(key), value: String(value), headers: text, body: String(value) };
  expect(Binding.isEvent(message)).toBe(true);
  return Binding.toEvent(message as unknown as Parameters<typeof Binding.toEvent>[0]) as CloudEvent<object>;
};

whenThere('a consumer of nothing but Kafka and CloudEvents', () => {
  const pending = new PendingInMemory();
  const messages: KafkaMessage[] = [];
  let broker: EventBroker;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const url = topicsOfItsOwn(kafka.url!);
    const { prefix, brokers } = brokerAddress(url);
    broker = await openEventBroker(url);
    await broker.assertTopics(['projects', 'imports']);
    pending.commit('projects/P-1', [
      event('milestone.reached.v1', { milestone: 'm-1', happenedOn: '2026-03-01', evidence: [] } as never),
    ]);
    pending.commit('projects/P-1', 2);
    pending.commit('imports/1', [event('import.commands-planned.v1', { happenedOn: '2026-03-01', page: 0, rows: [] })]);
    broker.relay(pending).start();
    const consumer = new kafkajs.Kafka({ brokers, logLevel: kafkajs.logLevel.NOTHING }).consumer({ groupId: prefix });
    await consumer.connect();
    await consumer.subscribe({ topics: [`${prefix}.projects`, `${prefix}.imports`], fromBeginning: true });
    await consumer.run({ eachMessage: async ({ message }) => void messages.push(message) });
    stop = () => consumer.disconnect();
    await until(() => messages.length === 4, 'four records');
  });
  afterAll(async () => {
    await stop();
    await broker.close();
  });

  const of = (type: string) => messages.map(read).filter((one) => one.type === type);

  it('reads milestone events that hold to the published schemas', () => {
    const [reached, ...forecasts] = [...of('milestone.reached.v1'), ...of('milestone.forecast.v1')];
    expect(forecasts).toHaveLength(2);
    for (const one of [reached!, ...forecasts]) {
      expect(one.validate()).toBe(true);
      const envelope = validator('CloudEvent');
      expect([envelope(one.toJSON()), envelope.errors]).toEqual([true, null]);
      const data = validator(one.type);
      expect([data(structuredClone(one.data)), data.errors]).toEqual([true, null]);
    }
    expect(reached).toMatchObject({ id: 'projects/P-1@1', subject: 'projects/P-1', source: '/projects' });
  });

  it('reads the very event that was recorded', () => {
    const forecast = of('milestone.forecast.v1')[1]!.toJSON() as unknown as OurCloudEvent;
    const read = fromCloudEvent({ ...forecast, streamversion: Number(forecast.streamversion) });
    expect(read).toMatchObject({ stream: 'projects/P-1', version: 3, actor: 'سارة' });
    expect(read.prevhash).toBe(of('milestone.forecast.v1')[0]!['hash']);
  });

  it('learns of an internal event that it was, and nothing of what it said', () => {
    const [withheld] = of('event.withheld.v1');
    expect(withheld).toMatchObject({ id: 'imports/1@1', data: { happenedOn: '2026-03-01' } });
    expect(Object.keys(withheld!.data!)).toEqual(['happenedOn']);
    expect(of('import.commands-planned.v1')).toEqual([]);
  });
});
