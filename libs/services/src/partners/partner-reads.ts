import { localDateOf } from '@masar/calendar';
import { refuse, type LocalDate, type StreamName } from '@masar/contracts';
import { maySee, type Actor } from '@masar/access';
import type { PartnerFacts } from '@masar/directory';
import type { Commitment } from '@masar/domain';
import { seenAs } from '../initiatives/initiative-subject.js';
import { CommitmentIndex, type IndexedCommitment } from '../platform/commitment-index.js';
import { inPortions, thoseOf } from '../platform/in-portions.js';
import { cursorAfter, limitOf, pageOfArray, placeOf, totalOf, type PageQuery } from '../platform/page.js';
import { eventsOfStream } from '../platform/stream-events.js';
import { forPartner } from './initiative-for-partner.js';
import { initiativeNow } from './known-initiative.js';
import type { PartnerCommands } from './partner-commands.js';
import { inboxOf, oldestFirst } from './partner-inbox.js';
import { commitmentView, dueChangeViews, partnerView, type CommitmentView } from './partner-views.js';

/** Which commitments a list is asked for. */
export interface CommitmentFilter {
  readonly partner?: string;
  readonly initiative?: string;
}

/**
 * What the command side can tell of partners: level with the store at every read. What is another partner's does not exist
 * for a person of a partner, nor a commitment for whoever may not see its initiative: neither is counted.
 */
export class PartnerReads {
  readonly #index: CommitmentIndex;

  constructor(private readonly commands: PartnerCommands) {
    this.#index = CommitmentIndex.of(commands.around);
  }

  #today({ entity }: Actor): LocalDate {
    const { store, directory } = this.commands.around;
    return localDateOf(store.now(), directory.current().zoneOf(entity));
  }

  partners(actor: Actor, query: PageQuery) {
    const known: readonly PartnerFacts[] = Object.values(this.commands.around.directory.facts().partners);
    const seen = known.filter(({ id }) => actor.partner === undefined || id === actor.partner);
    return pageOfArray(
      'partners',
      seen.map(partnerView).sort((a, b) => (a.id < b.id ? -1 : 1)),
      query,
    );
  }

  /** Refuses `partner/unknown`. One that is not known here may have been registered elsewhere a moment ago. */
  async partner(actor: Actor, id: string) {
    const { directory } = this.commands.around;
    const stream: StreamName = `partners/${id}`;
    if (actor.partner !== undefined && actor.partner !== id) return refuse('partner/unknown', { partner: id });
    const known = (): PartnerFacts | undefined =>
      Object.hasOwn(directory.facts().partners, stream) ? directory.facts().partners[stream] : undefined;
    if (!known()) await directory.lookAgain({ streams: [stream] });
    const partner = known();
    return partner ? partnerView(partner) : refuse('partner/unknown', { partner: id });
  }

  /** Refuses `stream/not-found`. */
  async #current(actor: Actor, id: string): Promise<{ readonly state: Commitment; readonly version: number }> {
    const stream: StreamName = `commitments/${id}`;
    const { state, version } = await this.commands.commitments.current(stream);
    if (state.status === 'unoffered') return refuse('stream/not-found', { stream });
    if (!(await this.#isSeen(actor, state))) return refuse('stream/not-found', { stream });
    return { state, version };
  }

  /** A commitment exists for its partner, and for whoever sees the initiative it is for. */
  async #isSeen(actor: Actor, { partner, initiative }: Pick<Commitment, 'partner' | 'initiative'>): Promise<boolean> {
    if (actor.onlyAccount) return true;
    if (actor.partner !== undefined) return actor.partner === partner;
    const known = await initiativeNow(initiative, this.commands.around);
    return known !== undefined && maySee(actor, seenAs(known));
  }

  /** Those that exist for whoever asks, in their order; where that hangs on the initiative, each is asked once. */
  async #seenOf<Of extends Pick<Commitment, 'partner' | 'initiative'>>(actor: Actor, found: readonly Of[]) {
    if (actor.partner !== undefined) return found.filter(({ partner }) => partner === actor.partner);
    const oneOfEach = [...new Map(found.map((one) => [one.initiative, one])).values()];
    const seen = new Set((await thoseOf(oneOfEach, (one) => this.#isSeen(actor, one))).map((one) => one.initiative));
    return found.filter(({ initiative }) => seen.has(initiative));
  }

  /** As they stand, those that exist for whoever asks: asked after they were read, for some may have been narrowed meanwhile. */
  async #statesOf(actor: Actor, found: readonly IndexedCommitment[]) {
    const read = await inPortions(found, async ({ stream, partner, initiative }) => {
      const { state, version } = await this.commands.commitments.current(stream);
      return state.status === 'unoffered' ? [] : [{ partner, initiative, state, version }];
    });
    return this.#seenOf(actor, read.flat());
  }

  async commitment(actor: Actor, id: string): Promise<CommitmentView> {
    const { state, version } = await this.#current(actor, id);
    return commitmentView(state, version, this.#today(actor));
  }

  /** With what its partner may see of the initiative it is for. */
  async wholeCommitment(actor: Actor, id: string) {
    const commitment = await this.commitment(actor, id);
    return { ...commitment, for: await forPartner(this.commands.around, commitment) };
  }

  async commitments(actor: Actor, { partner, initiative }: CommitmentFilter, query: PageQuery) {
    if (actor.partner !== undefined && partner !== undefined && partner !== actor.partner)
      return { items: [], next: null, total: 0 };
    const of = actor.partner ?? partner;
    const found = await this.#index.entries({
      ...(of !== undefined && { partner: of }),
      ...(initiative !== undefined && { initiative: initiative as StreamName }),
    });
    const seen = await this.#seenOf(actor, found);
    const after = placeOf('commitments', query.cursor);
    const left = after === undefined ? seen : seen.filter(({ stream }) => stream > after);
    const page = left.slice(0, limitOf(query));
    const last = page.at(-1);
    const today = this.#today(actor);
    return {
      items: (await this.#statesOf(actor, page)).map(({ state, version }) => commitmentView(state, version, today)),
      next: last !== undefined && last !== left.at(-1) ? cursorAfter('commitments', last.stream) : null,
      total: totalOf(seen.length),
    };
  }

  async events(actor: Actor, id: string, query: PageQuery) {
    const { state } = await this.#current(actor, id);
    return eventsOfStream(this.commands.around.store, state.stream, query);
  }

  async dueChanges(actor: Actor, id: string, query: PageQuery) {
    const { state } = await this.#current(actor, id);
    return pageOfArray('due-changes', dueChangeViews(state), query);
  }

  /** Refuses `due-change/unknown`. */
  async dueChange(actor: Actor, id: string, change: string) {
    const { state, version } = await this.#current(actor, id);
    const found = dueChangeViews(state).find((one) => one.id === change);
    return { change: found ?? refuse('due-change/unknown', { change }), version };
  }

  /** What waits for the side of whoever asks, oldest first: of the own partner, or of government with every partner. */
  async inbox(actor: Actor, query: PageQuery) {
    const side = actor.partner === undefined ? 'government' : 'partner';
    const found = await this.#index.entries(actor.partner === undefined ? {} : { partner: actor.partner });
    const items = (await this.#statesOf(actor, found)).flatMap(({ state }) => inboxOf(state, side));
    return pageOfArray('partner-inbox', items.sort(oldestFirst), query);
  }
}
