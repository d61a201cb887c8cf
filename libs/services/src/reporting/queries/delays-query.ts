import type { DelaysPage } from '@masar/contracts';
import { delayItems, delaySamples, type DelaySample } from '@masar/timeline';
import { ownerOf } from '../projector/world.js';
import { questionOf } from '../projector/row.js';
import type { DelaysQuestion, Question } from './question.js';
import { resolveDay } from './reading-day.js';
import { initiativeStreams } from './rows-on-day.js';
import type { Views } from './view.js';

const turn = 50;
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The last answer: asking again before anything changed costs nothing. */
export class DelaysQuery {
  #last: { readonly key: string; readonly page: DelaysPage } | undefined;

  /** Waiting days by party, kind and cause, over every ledger of the portfolio. */
  async read(views: Views, question: Question & DelaysQuestion): Promise<DelaysPage> {
    const view = await views.open();
    const day = resolveDay(question, question.now, view.ports.defaultZone);
    const { kind, owner } = question;
    const key = JSON.stringify([view.generation.name, view.state.offset, day, kind, owner]);
    if (this.#last?.key === key) return this.#last.page;
    const samples: DelaySample[] = [];
    let read = 0;
    for await (const stream of initiativeStreams(view, kind)) {
      const world = day.isCurrent ? await view.worldNow(stream) : await view.worldKnownOn(stream, day.knownOn);
      if (!world || (owner !== undefined && ownerOf(world.facts) !== owner) || isDraft(world.facts)) continue;
      samples.push(...delaySamples({ ...questionOf(world, day.on, day.knownOn), hideSovereign: day.hideSovereign }));
      read += 1;
      if (read % turn === 0) await breathe();
    }
    const page: DelaysPage = { items: [...delayItems(samples)] };
    this.#last = { key, page };
    return page;
  }
}

/** Outside the portfolio, and so outside its delays. */
const isDraft = ({ registration, published }: Parameters<typeof ownerOf>[0]): boolean =>
  registration.draft && published === undefined;
