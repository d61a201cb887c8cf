import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openReportingStore, type ReportingStore } from '@masar/read-models';
import { randomStory } from '../rehearsal/random-story.js';
import { recorded } from '../rehearsal/recorded.js';
import { EventIntake } from './event-intake.js';
import { deliveryGroup } from './history-log.js';

const events = recorded(randomStory(2));
const [half, stream] = [Math.floor(events.length / 2), events[0]!.stream];
const ofStream = events.filter((event) => event.stream === stream).length;

let store: ReportingStore;
beforeEach(async () => {
  store = await openReportingStore('sqlite::memory:');
});
afterEach(() => store.close());

const intakeOver = (truthEpoch: () => string): EventIntake => {
  const { readModels: models, history } = store;
  return new EventIntake({ models, history, truthEpoch: async () => truthEpoch(), mark: () => 'now' });
};

describe('a process that still has the old store open when the others have a restored one', () => {
  it('neither takes what is told of the restored one for kept, nor begins the old history again', async () => {
    const [old, other] = [intakeOver(() => 'before'), intakeOver(() => 'restored')];
    await old.keep({ events, epoch: 'before' });
    await other.meetEpoch();
    await other.keep({ events: events.slice(0, half), epoch: 'restored' });
    // Rejected, so that no offset is committed: it comes to another.
    await expect(old.keep({ events: events.slice(half), epoch: 'restored' })).rejects.toThrow('another store');
    expect(await store.history.epoch(deliveryGroup)).toBe('restored');
    // Nor does it mix the old story into the new one.
    await expect(old.keep({ events: events.slice(half), epoch: 'before' })).rejects.toThrow('another store');
    expect(await other.keep({ events: events.slice(half), epoch: 'restored' })).toBe(events.length - half);
    expect(await store.history.read(stream)).toHaveLength(ofStream);
  });

  it('begins anew with the others once it has the restored one too', async () => {
    let epoch = 'before';
    const old = intakeOver(() => epoch);
    await old.keep({ events, epoch: 'before' });
    epoch = 'restored';
    expect(await old.keep({ events, epoch: 'restored' })).toBe(events.length);
  });
});

describe('what the topics still hold of a store that was replaced', () => {
  it('is passed over', async () => {
    const intake = intakeOver(() => 'restored');
    expect(await intake.keep({ events, epoch: 'before' })).toBe(0);
    expect(await intake.keep({ events, epoch: 'restored' })).toBe(events.length);
    expect(await intake.keep({ events, epoch: 'before' })).toBe(0);
    expect(await store.history.epoch(deliveryGroup)).toBe('restored');
  });
});
