import type { ReadModels } from '@masar/read-models';
import type { Arrived } from './arrivals.js';

/** A commit with its place in the order: 1 for the first. */
export interface Placed extends Arrived {
  readonly place: number;
}

/** Commits `from` to `to` of the order. */
interface StoredPage {
  readonly number: number;
  readonly from: number;
  readonly to: number;
  readonly commits: readonly Arrived[];
}

const before: Pick<StoredPage, 'number' | 'to'> = { number: 0, to: 0 };
const idOf = (number: number): string => String(number).padStart(12, '0');

/**
 * The one order of everything that was delivered: pages of commits, each under the number after the last. A page is one
 * document that must be new, so two processes that hold themselves for the one in charge cannot both add the next: one of
 * them learns that it is not, and no place is ever given twice or left out.
 */
export class OrderPages {
  readonly #collection: string;
  /** Of the newest page, as this process wrote or read it; forgotten when another was faster. */
  #last: Pick<StoredPage, 'number' | 'to'> | undefined;

  private constructor(
    private readonly models: ReadModels,
    epoch: string,
  ) {
    this.#collection = `arrival-order@${epoch}`;
  }

  /** `declares`: made where it is missing. */
  static async open(models: ReadModels, epoch: string, declares: boolean): Promise<OrderPages> {
    const pages = new OrderPages(models, epoch);
    if (declares) await models.declare({ name: pages.#collection, fields: { to: 'number' }, indexes: [['to']] });
    return pages;
  }

  /** Adds a page; false when another added one since this process last looked: what it holds of the order is old. */
  async append(commits: readonly Arrived[]): Promise<boolean> {
    const { number, to } = (this.#last ??= await this.#newest());
    const page = { number: number + 1, from: to + 1, to: to + commits.length, commits };
    const { conflictAt } = await this.models.write([
      {
        op: 'put',
        collection: this.#collection,
        id: idOf(page.number),
        expected: 0,
        fields: { to: page.to },
        body: page,
      },
    ]);
    this.#last = conflictAt === undefined ? page : undefined;
    return conflictAt === undefined;
  }

  /** Commits after a place, in order, to the end of a page: at least `most` of them where there are so many. */
  async after(place: number, most: number): Promise<readonly Placed[]> {
    const found: Placed[] = [];
    for (let at = place; found.length < most;) {
      const pages = await this.models.query<StoredPage>(this.#collection, {
        range: { to: { above: at } },
        sort: { field: 'to' },
        limit: 8,
      });
      for (const { body } of pages) {
        for (const [index, commit] of body.commits.entries())
          if (body.from + index > at) found.push({ ...commit, place: body.from + index });
        at = body.to;
        if (found.length >= most) break;
      }
      if (pages.length < 8) break;
    }
    return found;
  }

  /** The place of the newest commit; 0 when there is none. */
  async end(): Promise<number> {
    return (await this.#newest()).to;
  }

  async #newest(): Promise<Pick<StoredPage, 'number' | 'to'>> {
    const [newest] = await this.models.query<StoredPage>(this.#collection, {
      sort: { field: 'to', descending: true },
      limit: 1,
    });
    return newest?.body ?? before;
  }
}
