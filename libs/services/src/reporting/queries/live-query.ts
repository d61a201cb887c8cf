import type { StoredDocument } from '@masar/read-models';
import type { StoredChange } from '../projector/change-record.js';
import type { Actor } from '@masar/access';
import type { LiveAnswer, LivePlace, LiveQuestion, Question } from './question.js';
import type { View, Views } from './view.js';

type Found = readonly StoredDocument<StoredChange>[];

/** What the reader may not see moves the place on and is not told. */
const answerOf = (found: Found, { generation: made, hidden }: View, told: number): LiveAnswer => ({
  changes: found.flatMap(({ body }) => (hidden.has(body.stream) ? [] : [body.item])),
  place: { generation: made.name, told: Number(found.at(-1)?.fields['told'] ?? told) },
});

/**
 * Changes in the order in which they were written, which need not be the order in which they happened: what one process
 * recorded may be delivered before what another recorded earlier. A line goes on by that order, so it is told what comes
 * late as well, and nothing twice.
 */
export const readLive = async (
  views: Views,
  { after, limit, reader }: Question & LiveQuestion,
): Promise<LiveAnswer> => {
  const view = await views.open(reader);
  const { generation: made, state } = view;
  if (after === undefined) return answerOf([], view, state.told);
  if (typeof after === 'string') return afterId(view, after, limit);
  if (after.generation === made.name) return toldAfter(view, after.told, limit);
  const rest = await restOf(views, after, limit, reader);
  // Built anew meanwhile: whoever has all that was told of the old has all that was there when it was left.
  return rest.place.told !== after.told ? rest : { changes: [], place: { ...after, generation: made.name } };
};

/** Of whole pages alone: of one that is being written some changes may be there and others not. */
const toldAfter = async (view: View, told: number, limit: number): Promise<LiveAnswer> => {
  const { ports, generation: made, state } = view;
  const found = await ports.models.query<StoredChange>(made.of('portfolio-changes'), {
    range: { told: { above: told, to: state.told } },
    sort: { field: 'told' },
    limit,
  });
  return answerOf(found, view, told);
};

/** What is left to tell of a generation that is read no more; nothing where it is dropped. */
const restOf = async (
  views: Views,
  { generation, told }: LivePlace,
  limit: number,
  reader: Actor | undefined,
): Promise<LiveAnswer> => {
  const nothing = { changes: [], place: { generation, told } };
  const view = await views.open(reader, generation).catch(() => undefined);
  return view ? toldAfter(view, told, limit).catch(() => nothing) : nothing;
};

/** Taken up again after a change; where it is not known, with whatever happened after the instant that begins its id. */
const afterId = async (view: View, id: string, limit: number): Promise<LiveAnswer> => {
  const { models } = view.ports;
  const { generation: made, state } = view;
  const changes = made.of('portfolio-changes');
  const known = await models.get<StoredChange>(changes, id);
  if (known) return toldAfter(view, Number(known.fields['told']), limit);
  const at = id.split('~')[0]!;
  const [first] = await models.query<StoredChange>(changes, {
    range: { at: { above: at } },
    sort: { field: 'told' },
    limit: 1,
  });
  return toldAfter(view, first ? Number(first.fields['told']) - 1 : state.told, limit);
};
