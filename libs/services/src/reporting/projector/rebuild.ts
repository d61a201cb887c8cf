import type { Instant } from '@masar/contracts';
import { Consumer } from './consumer.js';
import { declareGeneration, generation, nextGeneration, pointerName } from './generation.js';
import type { PageTaker, ProjectorPorts } from './ports.js';
import { Projection } from './projection.js';

/** What a rebuild came to. */
export interface Rebuilt {
  readonly generation: string;
  readonly events: number;
  readonly milliseconds: number;
}

/** The turns of whoever writes. */
export interface Turns {
  /** Work that writes runs one after another. */
  inOrder<T>(work: () => Promise<T>): Promise<T>;
  /** Throws when this process writes no more: readers must not be switched to what nobody keeps level. */
  checkGoing(): void;
}

/** Commits that a rebuild folds at last while live ones wait. */
const nearlyLevel = 100;

/** Builds every document anew beside those that readers use, from the first event on. No live lines are sent. */
export class Rebuild {
  constructor(
    private readonly ports: ProjectorPorts,
    private readonly turns: Turns,
  ) {}

  /** Readers are switched when it is level, and `use` is told, in the same turn. Answers what was read. */
  async run(now: Instant, inUse: Projection, use: (made: Projection) => Promise<void>): Promise<Rebuilt> {
    const started = performance.now();
    const { models } = this.ports;
    const old = inUse.generation.name;
    const made = generation(nextGeneration(old));
    await declareGeneration(models, made);
    const beside = new Projection(this.ports, made);
    await beside.load();
    const taker = takenBy(beside);
    const consumer = new Consumer(this.ports, taker);
    await this.#comeNear(consumer, taker);
    await this.turns.inOrder(async () => {
      // As far as it reaches now: whoever records all the time must not keep readers from what is built.
      const end = await this.ports.log.end();
      while (taker.offset < end && (await consumer.drainPage()).more);
      await beside.tick(now);
      await beside.countOnFrom(inUse);
      this.turns.checkGoing();
      if (!(await models.switchPointer(pointerName, old, made.name))) throw new Error('another rebuild was faster');
      await use(beside);
    });
    const milliseconds = Math.round(performance.now() - started);
    return { generation: made.name, events: beside.state.events, milliseconds };
  }

  /** Page by page, so that what arrives meanwhile is folded in between, until little is left or what is left grows no less. */
  async #comeNear(consumer: Consumer, taker: PageTaker): Promise<void> {
    for (let left = Infinity; ;) {
      const behind = (await this.ports.log.end()) - taker.offset;
      if (behind < nearlyLevel || behind >= left) return;
      left = behind;
      await this.turns.inOrder(() => consumer.drainPage());
      this.turns.checkGoing();
    }
  }
}

const takenBy = (beside: Projection): PageTaker => ({
  get offset() {
    return beside.state.offset;
  },
  apply: async (events, doubtful, offset) => void (await beside.apply(events, doubtful, offset)),
  startEmpty: () => Promise.reject(new Error('the store was restored during a rebuild')),
});
