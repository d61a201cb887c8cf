import type { CollectionSpec, ReadModels } from '@masar/read-models';

/**
 * Raise it when a fold, a row or the shape of a stored document changes: at the next start everything is built anew from
 * the first event of the log, beside what is there.
 */
export const codeVersion = 9;

type Shape = Omit<CollectionSpec, 'name'>;

/** Every collection of reporting, with the fields it is asked by. One generation holds one of each. */
export const shapes = {
  /** A document per stream: how far it is folded, its facts. */
  'timeline-facts': {
    fields: { collection: 'text', state: 'text', audience: 'text', waits: 'number' },
    indexes: [['collection'], ['state'], ['audience'], ['waits']],
  },
  /** The row of today, a document per initiative of the portfolio. */
  'portfolio-rows': {
    fields: {
      kind: 'text',
      owner: 'text',
      status: 'text',
      start: 'text',
      review: 'text',
      zone: 'text',
      title: 'text',
      slip: 'number',
      missed: 'number',
    },
    indexes: [['kind'], ['owner'], ['status'], ['start'], ['zone', 'review'], ['title'], ['slip'], ['missed']],
  },
  /** Rows of days gone by: each holds on the days `[start, end)`, as known on the day. */
  'portfolio-row-history': {
    fields: { stream: 'text', start: 'text', end: 'text' },
    indexes: [
      ['stream', 'start'],
      ['end', 'start'],
    ],
  },
  'portfolio-milestones': {
    fields: { stream: 'text', kind: 'text', status: 'text', party: 'text', owner: 'text', due: 'text' },
    indexes: [['stream'], ['kind'], ['status'], ['party'], ['owner'], ['due']],
  },
  'portfolio-changes': {
    fields: { at: 'text', stream: 'text', correction: 'number', told: 'number' },
    indexes: [['at'], ['stream', 'at'], ['told']],
  },
  'reporting-state': { fields: {}, indexes: [] },
  /** The page that is being written, where a store writes documents one by one. */
  'page-in-hand': { fields: {}, indexes: [] },
} as const satisfies Record<string, Shape>;

export type Projection = keyof typeof shapes;

/** One building of all documents, from the first event on: `<code version>.<count>`. */
export interface Generation {
  readonly name: string;
  of(projection: Projection): string;
}

export const generation = (name: string): Generation => ({ name, of: (projection) => `${projection}@${name}` });

export const firstGeneration = `${codeVersion}.1`;
const countOf = (name: string): number => Number(name.split('.')[1] ?? 0);
export const codeOf = (name: string): number => Number(name.split('.')[0]);
export const nextGeneration = (name: string): string => `${codeVersion}.${countOf(name) + 1}`;

/** The pointer readers follow. */
export const pointerName = 'reporting';

export const declareGeneration = async (models: ReadModels, made: Generation): Promise<void> => {
  for (const [projection, shape] of Object.entries(shapes)) {
    await models.declare({ name: made.of(projection as Projection), ...(shape as Shape) });
  }
};

/** Names of generations that have documents. */
export const generationsHeld = async (models: ReadModels): Promise<readonly string[]> => {
  const held = new Set<string>();
  for (const name of await models.collections()) {
    const [projection, made] = name.split('@');
    if (projection !== undefined && made !== undefined && projection in shapes) held.add(made);
  }
  return [...held].sort();
};

export const dropGeneration = async (models: ReadModels, made: Generation): Promise<void> => {
  for (const projection of Object.keys(shapes)) await models.drop(made.of(projection as Projection));
};
