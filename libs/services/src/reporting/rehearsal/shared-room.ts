import type { AnyRecordedEvent, Instant } from '@masar/contracts';
import { openReportingStore, type ReportingStore } from '@masar/read-models';
import { SharedProjector } from '../cluster/shared-projector.js';
import { EventIntake } from '../delivery/event-intake.js';
import { HistoryLog } from '../delivery/history-log.js';
import { Lease } from '../delivery/lease.js';
import { Reader } from '../queries/reader.js';
import type { Asked } from './room.js';

const zone = 'Africa/Cairo';
const turnLastsMs = 600;
let deliveries = 0;

/** One process of several that share reporting's documents. What the broker would deliver is handed to `intake`. */
export class Participant {
  changes = 0;

  private constructor(
    private readonly store: ReportingStore,
    readonly intake: EventIntake,
    readonly projector: SharedProjector,
    private readonly log: HistoryLog,
    private readonly reader: Reader,
  ) {}

  static async open(url: string, name: string, epoch: () => Promise<string>): Promise<Participant> {
    const store = await openReportingStore(url);
    const { readModels: models, history } = store;
    const lease = new Lease({ models, name: 'reporting-writer', holder: name, forMs: turnLastsMs });
    const log = new HistoryLog(models, history, { puts: () => lease.isHeld, pollMs: 20 });
    const mark = () => `${String((deliveries += 1)).padStart(9, '0')} ${name}`;
    const intake = new EventIntake({ models, history, truthEpoch: epoch, mark });
    await intake.meetEpoch();
    const never = () => Promise.reject(new Error('nothing is delivered again in this rehearsal'));
    const projector = new SharedProjector({
      ...{ models, history, log, lease, defaultZone: zone, turnMs: 50 },
      redelivery: { again: never, anew: never },
      tell: (news) => {
        if ('changed' in news) participant.changes += 1;
      },
    });
    const reader = new Reader({ log: new HistoryLog(models, history), models, history, defaultZone: zone });
    const participant = new Participant(store, intake, projector, log, reader);
    await projector.start();
    return participant;
  }

  async keep(events: readonly AnyRecordedEvent[], epoch: string): Promise<void> {
    if ((await this.intake.keep({ events, epoch })) > 0) this.log.hint();
  }

  /** The answer as the bytes say it. */
  async text(question: Asked, now: Instant): Promise<string> {
    return new TextDecoder().decode(await this.reader.ask({ ...question, now } as never));
  }

  /** As a process that is killed: its turn is not given back. */
  async vanish(): Promise<void> {
    this.projector.abandon();
    await this.log.close();
    await this.store.close();
  }

  async close(): Promise<void> {
    await this.projector.stop();
    await this.log.close();
    await this.store.close();
  }
}
