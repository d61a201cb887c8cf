import type { DelaysPage, StreamName } from '@masar/contracts';
import { delayItems, delaySamples, type DelaySample } from '@masar/timeline';
import { ownerOf } from '../projector/world.js';
import { questionOf } from '../projector/row.js';
import type { DelaysQuestion, Question } from './question.js';
import { resolveDay } from './reading-day.js';
import { initiativeStreams } from './rows-on-day.js';
import { severalAtOnce } from './several-at-once.js';
import type { Views } from './view.js';

/** The last answer: asking again before anything changed costs nothing. */
export class DelaysQuery {
  #last: { readonly key: string; readonly page: DelaysPage } | undefined;

  /** Waiting days by party, kind and cause, over every ledger of the portfolio. */
  async read(views: Views, question: Question & DelaysQuestion): Promise<DelaysPage> {
    const view = await views.open(question.reader);
    const day = resolveDay(question, question.now, view.ports.defaultZone);
    const { kind, owner } = question;
    const key = JSON.stringify([view.generation.name, view.state.offset, day, kind, owner, [...view.hidden]]);
    if (this.#last?.key === key) return this.#last.page;
    const samples: DelaySample[] = [];
    const samplesOf = async (stream: StreamName): Promise<readonly DelaySample[]> => {
      const world = await view.worldOn(stream, day);
      if (!world || (owner !== undefined && ownerOf(world.facts) !== owner) || isDraft(world.facts)) return [];
      return delaySamples({ ...questionOf(world, day.on, day.knownOn), hideSovereign: day.hideSovereign });
    };
    for await (const some of severalAtOnce(initiativeStreams(view, kind), samplesOf)) samples.push(...some.flat());
    const page: DelaysPage = { items: [...delayItems(samples)] };
    this.#last = { key, page };
    return page;
  }
}

/** Outside the portfolio, and so outside its delays. */
const isDraft = ({ registration, published }: Parameters<typeof ownerOf>[0]): boolean =>
  registration.draft && published === undefined;
