import { addDays } from '@masar/calendar';
import { event, type DomainEvent, type LocalDate, type StreamName } from '@masar/contracts';
import type { Chance } from './chance.js';

/** What the teller remembers of one commitment. */
interface Promised {
  readonly stream: StreamName;
  readonly initiative: StreamName;
  state: 'offered' | 'accepted' | 'reported' | 'over';
}

/** An initiative as far as a commitment speaks of it. */
interface Told {
  readonly stream: StreamName;
  readonly planned: readonly string[];
}

const evidence = [{ title: 'seen', url: 'https://documents.example.com/1' }];

/** Facts of commitments for initiatives, each in a stream of its own; some feed a milestone, some name an entity as the other side. */
export class CommitmentsTold {
  readonly #promised: Promised[] = [];

  /** Streams so far, for whoever names one. */
  of(initiatives: readonly { readonly stream: StreamName }[]): readonly StreamName[] {
    const names = new Set(initiatives.map(({ stream }) => stream));
    return this.#promised.filter(({ initiative }) => names.has(initiative)).map(({ stream }) => stream);
  }

  /** One more fact of a commitment for this initiative. */
  next(about: Told, on: LocalDate, chance: Chance): { readonly stream: StreamName; readonly events: DomainEvent[] } {
    const open = this.#promised.filter(({ initiative, state }) => initiative === about.stream && state !== 'over');
    if (open.length === 0 || chance.happens(0.3)) return this.#offer(about, on, chance);
    const promised = chance.one(open);
    return { stream: promised.stream, events: [this.#step(promised, on, chance)] };
  }

  #offer(about: Told, happenedOn: LocalDate, chance: Chance) {
    const stream: StreamName = `commitments/c-${this.#promised.length + 1}`;
    this.#promised.push({ stream, initiative: about.stream, state: 'offered' });
    const offered = event('commitment.offered.v1', {
      happenedOn,
      partner: chance.one(['nile', 'delta']),
      direction: chance.one(['partner-to-government', 'government-to-partner'] as const),
      title: { en: stream },
      initiative: about.stream,
      ...(about.planned.length > 0 && chance.happens(0.6) ? { milestone: chance.one(about.planned) } : {}),
      dueOn: addDays(happenedOn, chance.below(12)),
      ...(chance.happens(0.3) ? { with: 'entity:fin' } : {}),
      offeredBy: chance.one(['government', 'partner'] as const),
    });
    return { stream, events: [offered] };
  }

  #step(promised: Promised, happenedOn: LocalDate, chance: Chance): DomainEvent {
    if (promised.state === 'offered') {
      promised.state = chance.happens(0.8) ? 'accepted' : 'over';
      return promised.state === 'accepted'
        ? event('commitment.accepted.v1', { happenedOn })
        : event('commitment.declined.v1', { happenedOn });
    }
    if (promised.state === 'reported') {
      promised.state = chance.happens(0.5) ? 'over' : 'accepted';
      return promised.state === 'over'
        ? event('commitment.confirmed.v1', { happenedOn })
        : event('commitment.returned.v1', { happenedOn, reason: 'again' });
    }
    if (chance.happens(0.2)) {
      const to = addDays(happenedOn, chance.below(20) - 5);
      return event('commitment.due-change-decided.v1', { happenedOn, change: `d-${to}`, decision: 'agreed', to });
    }
    promised.state = chance.happens(0.85) ? 'reported' : 'over';
    return promised.state === 'reported'
      ? event('commitment.reported.v1', { happenedOn, evidence })
      : event('commitment.withdrawn.v1', { happenedOn, reason: 'given up' });
  }
}
