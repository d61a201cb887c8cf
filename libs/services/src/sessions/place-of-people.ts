import { localDateOf } from '@masar/calendar';
import type { Instant, LocalDate, Place } from '@masar/contracts';
import type { DirectoryFacts } from '@masar/directory';
import type { DirectoryService } from '../platform/directory-service.js';

/** How often it is looked whether a succession has come to its day. */
const lookEveryMs = 1_000;

interface Succeeded {
  /** Entity → the one that has taken its place today. */
  readonly now: ReadonlyMap<string, string>;
  readonly predecessors: ReadonlyMap<string, readonly string[]>;
}

const idOf = (stream: string): string => stream.slice(stream.indexOf('/') + 1);

/** The end of each chain of successors that has begun by `now`; a chain is as long as the registry let it be. */
const succeededAt = (facts: DirectoryFacts, now: Instant): Succeeded => {
  const next = new Map<string, string>();
  for (const [stream, { zone, succeeded }] of Object.entries(facts.entities))
    if (succeeded && succeeded.on <= localDateOf(now, zone)) next.set(idOf(stream), succeeded.by);
  const ends = new Map<string, string>();
  const predecessors = new Map<string, string[]>();
  for (const entity of [...next.keys()].sort()) {
    const passed = new Set<string>();
    let end = entity;
    while (next.has(end) && !passed.has(end)) {
      passed.add(end);
      end = next.get(end)!;
    }
    ends.set(entity, end);
    predecessors.set(end, [...(predecessors.get(end) ?? []), entity]);
  }
  return { now: ends, predecessors };
};

/**
 * Where people belong today: those of an entity that was succeeded work for the successor from the day on, and what was the
 * old one's is the successor's. The account keeps the entity it was given; who comes later to the day finds it done.
 */
export class PlaceOfPeople {
  #facts: DirectoryFacts | undefined;
  #lookedAt = -Infinity;
  #known: Succeeded = { now: new Map(), predecessors: new Map() };

  constructor(
    private readonly directory: DirectoryService,
    private readonly now: () => Instant,
  ) {}

  of({ entity, partner }: Place): Place {
    if (entity === undefined) return partner === undefined ? {} : { partner };
    this.#look();
    const own = this.#known.now.get(entity) ?? entity;
    const predecessors = this.#known.predecessors.get(own);
    return { entity: own, ...(predecessors ? { predecessors } : {}) };
  }

  /** The day where somebody of that place works. */
  today(place: Place): LocalDate {
    return localDateOf(this.now(), this.zone(place));
  }

  /** Of the entity; for whoever has none, of Masar. */
  zone({ entity }: Place): string {
    return this.directory.current().zoneOf(entity);
  }

  #look(): void {
    const facts = this.directory.facts();
    const at = performance.now();
    if (facts === this.#facts && at - this.#lookedAt < lookEveryMs) return;
    this.#facts = facts;
    this.#lookedAt = at;
    this.#known = succeededAt(facts, this.now());
  }
}
