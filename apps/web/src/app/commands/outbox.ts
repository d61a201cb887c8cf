import { Refused, type Problem } from '../../api/problem.js';
import type { Arrival, Command, Entry, Intent } from './intent.js';
import { isUnderWay } from './intent.js';

/** Where intents outlive the page. */
export interface Keeper {
  all(user: string): Promise<readonly Intent[]>;
  keep(intent: Intent): Promise<void>;
  forget(key: string): Promise<void>;
}

export interface OutboxParts {
  readonly user: string;
  readonly keeper: Keeper;
  /** Throws `Refused` for an answer that stays, anything else where nothing is known. */
  readonly deliver: (intent: Intent) => Promise<Arrival>;
  /** Whether the session is still this person's: another may have signed in beside us. */
  readonly isStillUser: () => Promise<boolean>;
  readonly now: () => Date;
  readonly newKey: () => string;
}

/** More than anybody gives in a day without a line; beyond it nothing is taken, rather than something lost. */
export const mostKept = 200;
/** Answered things stay shown until this many newer ones have come. */
const mostAnswered = 100;

/** Answers after which the same command may well be taken: a session to renew, a server that is busy or starting. */
const isPassing = ({ status }: Problem): boolean => status === 401 || status === 429 || status >= 500;

export class OutboxFull extends Error {}

/** What one person has wished and the server has not answered, sent in its order, each under its own key. */
export class Outbox {
  private entries: readonly Entry[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly awaited = new Map<string, { resolve(arrival: Arrival): void; reject(fault: Refused): void }>();
  private draining: Promise<Arrival | undefined> | undefined;
  /** The last arrival of what nobody on this page waits for: it was given before a reload. */
  private unawaited: Arrival | undefined;
  private readonly loaded: Promise<void>;

  constructor(private readonly parts: OutboxParts) {
    this.loaded = this.load();
  }

  readonly snapshot = (): readonly Entry[] => this.entries;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes a wish, keeps it, and sends it when its turn comes. Resolves when it has arrived, rejects when it was refused. */
  async give(about: string, command: Command): Promise<Arrival> {
    await this.loaded;
    if (this.entries.filter(isUnderWay).length >= mostKept) throw new OutboxFull();
    const { user, now, newKey } = this.parts;
    const turn = 1 + this.entries.reduce((last, { intent }) => Math.max(last, intent.turn), 0);
    const intent = { ...command, key: newKey(), user, about, madeAt: now().toISOString(), turn, wasSent: false };
    const isCalm = !this.entries.some(isUnderWay);
    this.put({ intent, state: isCalm ? 'sending' : 'kept' });
    await this.forgetAnswered(intent);
    await this.parts.keeper.keep(intent);
    const answer = new Promise<Arrival>((resolve, reject) => this.awaited.set(intent.key, { resolve, reject }));
    void this.flush(isCalm);
    return answer;
  }

  /** Takes back what has never been sent. False where it has been on its way: then only another command undoes it. */
  async takeBack(key: string): Promise<boolean> {
    const found = this.entries.find(({ intent }) => intent.key === key);
    if (found?.state !== 'kept' || found.intent.wasSent) return false;
    await this.dismiss(key);
    return true;
  }

  /** Nothing more is to be shown of it: somebody has read its answer. */
  async dismiss(key: string): Promise<void> {
    this.awaited.delete(key);
    this.show(this.entries.filter(({ intent }) => intent.key !== key));
    await this.parts.keeper.forget(key);
  }

  /**
   * Sends what is kept, one after the other; stops where the server cannot be reached. Answers the last arrival nobody waits
   * for, where there was one: the screens have to hear of it.
   */
  flush(isOurs = false): Promise<Arrival | undefined> {
    this.draining ??= this.drain(isOurs).then(async (isDone) => {
      this.draining = undefined;
      const { unawaited } = this;
      this.unawaited = undefined;
      // What came after the last look at the line goes out at once.
      const later = isDone && this.entries.some(isUnderWay) ? await this.flush(isOurs) : undefined;
      return later ?? unawaited;
    });
    return this.draining;
  }

  /** Whoever says something new about the same has read what became of the last. */
  private async forgetAnswered({ key, about }: Intent): Promise<void> {
    const old = this.entries.filter((one) => one.intent.key !== key && one.intent.about === about && !isUnderWay(one));
    for (const { intent } of old) await this.dismiss(intent.key);
  }

  private async load(): Promise<void> {
    const kept = [...(await this.parts.keeper.all(this.parts.user))].sort((a, b) => a.turn - b.turn);
    this.show(
      kept.map((intent): Entry =>
        intent.refusal ? { intent, state: 'refused', refusal: intent.refusal } : { intent, state: 'kept' },
      ),
    );
  }

  /** True when nothing is left. */
  private async drain(isOurs: boolean): Promise<boolean> {
    await this.loaded;
    const first = () => this.entries.find(isUnderWay)?.intent;
    try {
      if (first() === undefined) return true;
      if (!isOurs && !(await this.parts.isStillUser())) return this.stop();
      for (let next = first(); next !== undefined; next = first()) if (!(await this.send(next))) return this.stop();
      return true;
    } catch {
      return this.stop();
    }
  }

  private stop(): false {
    this.show(this.entries.map((one) => (one.state === 'sending' ? { intent: one.intent, state: 'kept' } : one)));
    return false;
  }

  /** False where nothing is known of it: it stays first in line. */
  private async send(given: Intent): Promise<boolean> {
    const intent: Intent = { ...given, wasSent: true };
    this.put({ intent, state: 'sending' });
    await this.parts.keeper.keep(intent);
    try {
      const arrival = await this.parts.deliver(intent);
      await this.parts.keeper.forget(intent.key);
      this.put({ intent, state: 'arrived', at: this.parts.now().toISOString(), arrival });
      const awaited = this.awaited.get(intent.key);
      if (awaited) awaited.resolve(arrival);
      else this.unawaited = arrival;
    } catch (fault) {
      if (!(fault instanceof Refused) || isPassing(fault.problem)) return false;
      await this.parts.keeper.keep({ ...intent, refusal: fault.problem });
      this.put({ intent, state: 'refused', refusal: fault.problem });
      this.awaited.get(intent.key)?.reject(fault);
    }
    this.awaited.delete(intent.key);
    return true;
  }

  private put(entry: Entry): void {
    const others = this.entries.filter(({ intent }) => intent.key !== entry.intent.key);
    const sorted = [...others, entry].sort((a, b) => a.intent.turn - b.intent.turn);
    const answered = sorted.filter(({ state }) => state === 'arrived');
    const tooOld = new Set(answered.slice(0, Math.max(0, answered.length - mostAnswered)));
    this.show(sorted.filter((one) => !tooOld.has(one)));
  }

  private show(entries: readonly Entry[]): void {
    this.entries = entries;
    for (const listener of this.listeners) listener();
  }
}
