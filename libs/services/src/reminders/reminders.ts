import {
  climbingWorkDays,
  type Actor,
  type InboxItem,
  type InboxKind,
  type InboxPage,
  type Instant,
} from '@masar/contracts';
import type { Directory } from '@masar/directory';
import type { Contact, Contacts } from './contacts.js';
import { digestLetter, noticeLetter, type Letter } from './letter.js';
import { momentOf, type Moment } from './moment.js';
import { againAfter, rememberedMs, type Outcome, type SentBook } from './sent-book.js';

/** A letter to be handed over; the same `id` is the same letter. */
export interface Addressed extends Letter {
  readonly id: string;
  readonly to: string;
}

export interface Sender {
  /** Never rejects: says what became of it. */
  send(letter: Addressed): Promise<Outcome>;
}

export interface RemindersPorts {
  readonly contacts: Contacts;
  readonly book: SentBook;
  readonly sender: Sender;
  readonly directory: () => Directory;
  /** What waits for somebody: exactly what he sees himself. */
  readonly inbox: (
    reader: Actor,
    asked: { readonly limit: number; readonly what?: readonly InboxKind[] },
  ) => Promise<InboxPage>;
  /** Of the house, moved by MASAR_TODAY. */
  readonly now: () => Instant;
  /** Milliseconds of the machine's clock, by which refused letters wait. */
  readonly machine?: () => number;
  readonly onOutcome?: (user: string, outcome: Outcome) => void;
}

const mostLines = 20;
const mostNotices = 50;
const mostRemembered = 50_000;
const forgetEveryMs = 24 * 60 * 60_000;
/** What is put to one person or party, and so told at once. */
const told: readonly InboxKind[] = ['question', 'blocker'];

/** Put to somebody, or climbed to him, within the last working day: what is older is in the digest. */
const isNew = ({ level, workingDays }: InboxItem): boolean => {
  const reached = level === 0 ? 0 : (climbingWorkDays[level - 1] ?? 0) + 1;
  return workingDays - reached <= 1;
};

/**
 * Letters about what waits: a digest each working day, and at once what is put to somebody. Derived from the inbox, so from
 * events and the clock: nothing is queued, and whichever of several processes looks first claims a letter for all.
 */
export class Reminders {
  /** Letters this process knows to be over: it need not ask for them again. */
  readonly #over = new Set<string>();
  #stopped = false;
  /** The round is over before its time: the next person's letter would reach nobody either. */
  #isUnreached = false;
  #forgottenAt = -Infinity;

  constructor(private readonly ports: RemindersPorts) {}

  /** One round over everybody who is written to; over at once where the server cannot be reached. */
  async tick(): Promise<void> {
    await this.#forgetOld();
    this.#isUnreached = false;
    const [directory, now] = [this.ports.directory(), this.ports.now()];
    for (const contact of await this.ports.contacts.list()) {
      if (this.#isOver()) return;
      const moment = momentOf(contact, now, directory);
      if (!moment) continue;
      if (moment.isDigestDue) await this.#digest(contact, moment);
      if (contact.atOnce) await this.#notices(contact);
    }
  }

  /** The round under way ends with the letter it is at. */
  stop(): void {
    this.#stopped = true;
  }

  #isOver(): boolean {
    return this.#stopped || this.#isUnreached;
  }

  async #forgetOld(): Promise<void> {
    const { book, machine = Date.now } = this.ports;
    if (machine() - this.#forgottenAt < forgetEveryMs) return;
    await book.forget(machine() - rememberedMs);
    this.#forgottenAt = machine();
  }

  async #digest(contact: Contact, { on }: Moment): Promise<void> {
    const { actor, language } = contact;
    const id = `digest/${actor.user}/${on}`;
    if (this.#over.has(id)) return;
    const { items, total } = await this.ports.inbox(actor, { limit: mostLines });
    await this.#once(id, contact, items.length === 0 ? undefined : digestLetter(items, total, on, language));
  }

  async #notices(contact: Contact): Promise<void> {
    const { items } = await this.ports.inbox(contact.actor, { limit: mostNotices, what: told });
    for (const item of items) {
      const id = `notice/${contact.actor.user}/${item.id}/${item.because.join(',')}/${item.level}`;
      if (isNew(item) && !this.#over.has(id)) await this.#once(id, contact, noticeLetter(item, contact.language));
    }
  }

  /** Claimed before it is handed over, so that nobody else hands it over, now or after this process has died. */
  async #once(id: string, { actor, mail }: Contact, letter: Letter | undefined): Promise<void> {
    const { book, sender, onOutcome, machine = Date.now } = this.ports;
    if (this.#isOver()) return;
    const claimed = await book.claim(id, machine());
    if (claimed === 'later') return;
    if (claimed === 'over') return this.#remember(id);
    const outcome: Outcome = letter ? await sender.send({ id, to: mail, ...letter }) : { state: 'nothing' };
    const againAt = outcome.state === 'refused' ? againAfter(claimed.attempt, machine()) : undefined;
    await book.settle(id, outcome, againAt);
    if (outcome.state === 'unreached') this.#isUnreached = true;
    else if (againAt === undefined) this.#remember(id);
    onOutcome?.(actor.user, outcome);
  }

  #remember(id: string): void {
    if (this.#over.size >= mostRemembered) this.#over.clear();
    this.#over.add(id);
  }
}
