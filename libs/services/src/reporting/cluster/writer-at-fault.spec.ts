import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openReportingStore, type ReadModels, type ReportingStore } from '@masar/read-models';
import { EventIntake } from '../delivery/event-intake.js';
import { HistoryLog } from '../delivery/history-log.js';
import { Lease } from '../delivery/lease.js';
import type { ProjectorStatus } from '../projector/status.js';
import { cutAfter } from '../rehearsal/cut-models.js';
import { randomStory } from '../rehearsal/random-story.js';
import { recorded } from '../rehearsal/recorded.js';
import { SharedProjector } from './shared-projector.js';

const epoch = 'e-1';
const never = () => Promise.reject(new Error('nothing is delivered again here'));
let store: ReportingStore;
let oneByOne: ReadModels;
let projector: SharedProjector;
let isAtFault: boolean;
let status: ProjectorStatus | undefined;

/** One of the processes of reporting over this store. */
const share = async (holder: string, models: ReadModels, tell: (status: ProjectorStatus) => void) => {
  const { history } = store;
  const made = new SharedProjector({
    ...{ models, history, log: new HistoryLog(models, history), turnMs: 10, defaultZone: 'Africa/Cairo' },
    lease: new Lease({ models, name: 'reporting-writer', holder, forMs: 600 }),
    redelivery: { again: never, anew: never },
    tell: (news) => void ('status' in news && tell(news.status)),
  });
  await made.start();
  return made;
};

beforeEach(async () => {
  store = await openReportingStore('sqlite::memory:');
  isAtFault = true;
  oneByOne = cutAfter(store.readModels, Infinity).models;
  const models: ReadModels = {
    ...oneByOne,
    declare: async (spec) => {
      if (isAtFault && spec.name.startsWith('timeline-facts@')) throw new Error('declared otherwise already');
      return store.readModels.declare(spec);
    },
  };
  const intake = new EventIntake({ models, history: store.history, truthEpoch: async () => epoch, mark: () => '1' });
  await intake.keep({ events: recorded(randomStory(2)), epoch });
  projector = await share('a', models, (told) => void (status = told));
});
afterEach(async () => {
  await projector.stop();
  await store.close();
});

const until = async (holds: () => boolean): Promise<void> => {
  for (const end = Date.now() + 5_000; Date.now() < end && !holds();)
    await new Promise((resolve) => setTimeout(resolve, 10));
};

describe('a process whose turn it is and that cannot open the documents', () => {
  it('says so, and for how long nothing is folded, until it can', async () => {
    await until(() => (status?.lagMs ?? 0) > 100 && status?.paused !== undefined);
    expect(status).toMatchObject({ paused: expect.stringContaining('declared otherwise already') });
    expect(status!.lag).toBeGreaterThan(0);
    expect(status!.lagMs).toBeGreaterThan(100);
    isAtFault = false;
    await until(() => projector.isWriting);
    expect(projector.isWriting).toBe(true);
    await until(() => status?.paused === undefined);
    expect(status?.paused).toBeUndefined();
  });

  it('leaves the turn to one that can', async () => {
    const other = await share('b', oneByOne, () => undefined);
    await until(() => other.isWriting);
    expect([projector.isWriting, other.isWriting]).toEqual([false, true]);
    await other.stop();
  });
});
