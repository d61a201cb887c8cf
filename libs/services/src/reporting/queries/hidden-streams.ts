import { maySee, type Actor, type Subject } from '@masar/access';
import { audiences, type StreamName } from '@masar/contracts';
import type { ReadModels } from '@masar/read-models';
import type { InitiativeFacts } from '@masar/timeline';
import type { Generation } from '../projector/generation.js';
import { bookedIn, entitiesIn } from '../projector/lent-dates.js';
import type { ProjectionState } from '../projector/projection-state.js';
import type { StreamDocument } from '../projector/stream-document.js';
import { ownerOf } from '../projector/world.js';

const none: ReadonlySet<StreamName> = new Set();
const pageDocuments = 500;
/** Audiences that leave somebody out. */
const restricting = audiences.filter((audience) => audience !== 'portfolio');

/** Whom an initiative is for and who works in it, as reporting knows it now. */
export const seenAs = (facts: InitiativeFacts): Subject => ({
  owner: ownerOf(facts),
  audience: facts.audience,
  members: facts.members,
  entities: entitiesIn(facts),
  booked: bookedIn(facts),
});

interface Restricted {
  readonly stream: StreamName;
  readonly subject: Subject;
}

/**
 * Initiatives that a reader may not see, by all that is known now, whatever day is read. They are few: who sees what is
 * asked of those alone whose audience leaves somebody out, and kept until something is folded.
 */
export class HiddenStreams {
  #known: { readonly key: string; readonly restricted: readonly Restricted[] } | undefined;

  constructor(private readonly models: ReadModels) {}

  /** Without a reader, as Masar reads for itself, nothing is hidden. */
  async from(reader: Actor | undefined, made: Generation, state: ProjectionState): Promise<ReadonlySet<StreamName>> {
    if (!reader || reader.onlyAccount) return none;
    const key = `${made.name} ${JSON.stringify(state)}`;
    if (this.#known?.key !== key) this.#known = { key, restricted: await this.#restricted(made) };
    const hidden = this.#known.restricted.filter(({ subject }) => !maySee(reader, subject));
    return hidden.length === 0 ? none : new Set(hidden.map(({ stream }) => stream));
  }

  async #restricted(made: Generation): Promise<readonly Restricted[]> {
    const restricted: Restricted[] = [];
    for (let after: string | undefined; ;) {
      const page = await this.models.query<StreamDocument<InitiativeFacts>>(made.of('timeline-facts'), {
        equal: { audience: restricting },
        ...(after === undefined ? {} : { after: { value: null, id: after } }),
        limit: pageDocuments,
      });
      for (const { body } of page)
        if (body.facts) restricted.push({ stream: body.stream, subject: seenAs(body.facts) });
      if (page.length < pageDocuments) return restricted;
      after = page.at(-1)!.id;
    }
  }
}
