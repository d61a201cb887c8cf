import { hash } from 'node:crypto';
import type { DelaysPage, StreamName } from '@masar/contracts';
import { delayItems, delaySamples, type DelaySample } from '@masar/timeline';
import { ownerOf } from '../projector/world.js';
import { questionOf } from '../projector/row.js';
import type { DelaysQuestion, Question } from './question.js';
import { resolveDay } from './reading-day.js';
import { initiativeStreams } from './rows-on-day.js';
import { severalAtOnce } from './several-at-once.js';
import type { ResolvedDay } from './reading-day.js';
import type { View, Views } from './view.js';

/** People with other rights ask in turn, of one kind or owner and of all. */
const mostKept = 32;

/** The last answers: asking again before anything changed costs nothing, nor does asking at the same time. */
export class DelaysQuery {
  readonly #pages = new Map<string, Promise<DelaysPage>>();

  /** Waiting days by party, kind and cause, over every ledger of the portfolio. */
  async read(views: Views, question: Question & DelaysQuestion): Promise<DelaysPage> {
    const view = await views.open(question.reader);
    const day = resolveDay(question, question.now, view.ports.defaultZone);
    const { kind, owner } = question;
    const asked = [view.generation.name, view.state.offset, day, kind, owner, [...view.hidden].sort()];
    const key = hash('sha256', JSON.stringify(asked));
    const known = this.#pages.get(key);
    if (known) return known;
    const page = this.#work(view, day, question);
    if (this.#pages.size >= mostKept) this.#pages.delete(this.#pages.keys().next().value!);
    this.#pages.set(key, page);
    page.catch(() => this.#pages.get(key) === page && this.#pages.delete(key));
    return page;
  }

  async #work(view: View, day: ResolvedDay, { kind, owner }: DelaysQuestion): Promise<DelaysPage> {
    const samples: DelaySample[] = [];
    const samplesOf = async (stream: StreamName): Promise<readonly DelaySample[]> => {
      const world = await view.worldOn(stream, day);
      if (!world || (owner !== undefined && ownerOf(world.facts) !== owner) || isDraft(world.facts)) return [];
      return delaySamples({ ...questionOf(world, day.on, day.knownOn), hideSovereign: day.hideSovereign });
    };
    for await (const some of severalAtOnce(initiativeStreams(view, kind), samplesOf)) samples.push(...some.flat());
    return { items: [...delayItems(samples)] };
  }
}

/** Outside the portfolio, and so outside its delays. */
const isDraft = ({ registration, published }: Parameters<typeof ownerOf>[0]): boolean =>
  registration.draft && published === undefined;
