import { maySee, type Actor, type Subject } from '@masar/access';
import type { StreamName } from '@masar/contracts';
import type { ReadModels } from '@masar/read-models';
import type { InitiativeFacts } from '@masar/timeline';
import type { Generation } from '../projector/generation.js';
import { bookedIn, entitiesIn } from '../../platform/lent-dates.js';
import type { ProjectionState } from '../projector/projection-state.js';
import { restrictingAudiences } from '../projector/audience-of.js';
import type { StreamDocument } from '../projector/stream-document.js';
import { ownerOf } from '../projector/world.js';

const none: ReadonlySet<StreamName> = new Set();
const pageDocuments = 500;

/** Whom an initiative is for and who works in it, as reporting knows it now. */
export const seenAs = (facts: InitiativeFacts): Subject => ({
  owner: ownerOf(facts),
  audience: facts.audience,
  members: facts.members,
  entities: entitiesIn(facts),
  booked: bookedIn(facts),
});

/** An initiative with the commitments for it; a commitment by itself only where it is not known what it is for. */
const restrictedBy = ({ stream, facts, commitments = [] }: StreamDocument<InitiativeFacts>): readonly Restricted[] => {
  const subject = facts && seenAs(facts);
  return [stream, ...commitments].map((name) => ({ stream: name, ...(subject && { subject }) }));
};

interface Restricted {
  readonly stream: StreamName;
  /** Absent where it is not known whom it is for: it is for nobody yet. */
  readonly subject?: Subject;
}

/**
 * Initiatives that a reader may not see, and the commitments for them, by all that is known now, whatever day is read. They
 * are few: who sees what is asked of those alone whose audience leaves somebody out, and kept until something of one of
 * them is folded, or of what was one. Of what could not be folded from its first event on nobody knows whom it is for: it is hidden from everybody.
 */
export class HiddenStreams {
  #known: { readonly key: string; readonly restricted: Promise<readonly Restricted[]> } | undefined;

  constructor(private readonly models: ReadModels) {}

  /** Without a reader, as Masar reads for itself, nothing is hidden. */
  async from(reader: Actor | undefined, made: Generation, state: ProjectionState): Promise<ReadonlySet<StreamName>> {
    if (!reader || reader.onlyAccount) return none;
    const hidden = (await this.#restrictedAt(made, state)).filter(
      ({ subject }) => !subject || !maySee(reader, subject),
    );
    return hidden.length === 0 ? none : new Set(hidden.map(({ stream }) => stream));
  }

  /** Read once for all who ask at the same time. */
  #restrictedAt(made: Generation, state: ProjectionState): Promise<readonly Restricted[]> {
    const key = `${made.name} ${state.restricted}`;
    if (this.#known?.key === key) return this.#known.restricted;
    const known = { key, restricted: this.#restricted(made) };
    this.#known = known;
    known.restricted.catch(() => {
      if (this.#known === known) this.#known = undefined;
    });
    return known.restricted;
  }

  async #restricted(made: Generation): Promise<readonly Restricted[]> {
    const restricted: Restricted[] = [];
    for (let after: string | undefined; ;) {
      const page = await this.models.query<StreamDocument<InitiativeFacts>>(made.of('timeline-facts'), {
        equal: { audience: restrictingAudiences },
        ...(after === undefined ? {} : { after: { value: null, id: after } }),
        limit: pageDocuments,
      });
      for (const { body } of page) restricted.push(...restrictedBy(body));
      if (page.length < pageDocuments) return restricted;
      after = page.at(-1)!.id;
    }
  }
}

/** Whether a stream does not exist for who asks: an initiative, what is for it, or what somebody else has looked at. */
export const hides = (
  { hidden }: { readonly hidden: ReadonlySet<StreamName> },
  { stream, reader }: { readonly stream: StreamName; readonly reader?: Actor },
): boolean =>
  hidden.has(stream) || (stream.startsWith('looks/') && reader !== undefined && stream !== `looks/${reader.user}`);
