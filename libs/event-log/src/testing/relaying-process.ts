import { openEventBroker } from '../open.js';
import { PendingInMemory } from './pending-in-memory.js';
import { commitSample } from './sample-commits.js';

/*
 * A process to be killed: relays the sample commits and stops between the broker's acknowledgement and the unsetting of the
 * marks, after so many pages. It prints a line there, and for each page that it came through before.
 */
const [url, pages = '1'] = process.argv.slice(2);

class StoppedBeforeMark extends PendingInMemory {
  #left = Number(pages);

  override async unset(marks: readonly string[]): Promise<void> {
    process.stdout.write(`acknowledged ${marks.length}\n`);
    if ((this.#left -= 1) <= 0) await new Promise(() => setInterval(() => undefined, 1_000));
    await super.unset(marks);
  }
}

const pending = new StoppedBeforeMark();
commitSample(pending);
const broker = await openEventBroker(url!);
broker.relay(pending, { pageCommits: 40 }).start();
