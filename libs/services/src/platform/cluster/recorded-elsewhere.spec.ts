import { describe, expect, it } from '@jest/globals';
import type { AnyRecordedEvent, StreamName } from '@masar/contracts';
import type { BrokerFollowOptions, Delivery, EventBroker } from '@masar/event-log';
import { Recollections } from '../recollections.js';
import { contextsOf, RecordedElsewhere } from './recorded-elsewhere.js';

const eventOf = (stream: StreamName, version: number) => ({ stream, version }) as AnyRecordedEvent;
const delivery = (epoch: string, ...events: AnyRecordedEvent[]): Delivery => ({
  topic: 'masar.projects',
  partition: 0,
  epoch,
  events,
  firstOffset: '0',
  lastOffset: '1',
});

/** A broker whose one follower is given by hand what it is told. */
const brokerByHand = () => {
  let options: BrokerFollowOptions | undefined;
  const broker = {
    follow: (given: BrokerFollowOptions) => {
      options = given;
      return { start: async () => undefined, stop: async () => undefined };
    },
  } as unknown as EventBroker;
  return { broker, options: () => options! };
};

const kept = () => {
  const heard: string[] = [];
  const recollections = new Recollections();
  recollections.add({
    collections: ['projects', 'entities'],
    learn: (stream, events) => void heard.push(`${stream}: ${events.map(({ version }) => version).join(' ')}`),
    readAgain: () => void heard.push('read again'),
  });
  return { heard, recollections };
};

describe('what other processes record', () => {
  it('is heard by stream, of the collections somebody keeps something of, after everybody has read again', async () => {
    const { heard, recollections } = kept();
    const { broker, options } = brokerByHand();
    const elsewhere = new RecordedElsewhere(broker, { epoch: async () => 'e-1' }, recollections, () => undefined);
    await elsewhere.follow();
    expect(options().contexts).toEqual(['projects', 'registry']);
    const [one, two] = ['projects/P-1', 'projects/P-2'] as const;
    await options().deliver(delivery('e-1', eventOf(one, 1), eventOf(two, 4), eventOf(one, 2), eventOf('people/p', 1)));
    expect(heard).toEqual(['read again', 'projects/P-1: 1 2', 'projects/P-2: 4']);
  });

  it('of another epoch of the store is passed over, until the store itself is of that epoch', async () => {
    const { heard, recollections } = kept();
    const { broker, options } = brokerByHand();
    let epoch = 'e-2';
    const elsewhere = new RecordedElsewhere(broker, { epoch: async () => epoch }, recollections, () => undefined);
    await elsewhere.follow();
    await options().deliver(delivery('e-1', eventOf('projects/P-1', 1)));
    epoch = 'e-3';
    await options().deliver(delivery('e-3', eventOf('projects/P-1', 2)));
    expect(heard).toEqual(['read again', 'projects/P-1: 2']);
  });

  it('that could not be learned comes again; one that cannot hear its own commit hinders nobody', async () => {
    const recollections = new Recollections();
    const heard: string[] = [];
    recollections.add({ collections: ['projects'], learn: () => Promise.reject(new Error('the store is away')) });
    recollections.add({
      collections: ['projects'],
      learn: () => {
        throw new Error('a fault of its own');
      },
    });
    recollections.add({ collections: ['projects'], learn: (stream) => void heard.push(stream) });
    const { broker, options } = brokerByHand();
    new RecordedElsewhere(broker, { epoch: async () => 'e-1' }, recollections, () => undefined);
    await expect(options().deliver(delivery('e-1', eventOf('projects/P-1', 1)))).rejects.toThrow('away');
    recollections.committed('projects/P-1', [eventOf('projects/P-1', 1)]);
    expect(heard).toEqual(['projects/P-1']);
  });

  it('lies in the topics of its contexts', () => {
    expect(contextsOf(['entities', 'calendars', 'laws', 'looks'])).toEqual(['registry', 'laws']);
  });
});
