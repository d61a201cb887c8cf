/** A link as the interface tells it: `to` leans on `from`. */
export interface Link {
  readonly from: End;
  readonly to: End;
  readonly sorts: readonly ('depends' | 'counts-from' | 'feeds')[];
}
export interface End {
  readonly reference: string;
  readonly title?: { readonly ar?: string; readonly en?: string };
  readonly partner?: string;
  readonly settledOn: string | null;
  readonly dueOn: string | null;
}

/** A line between two rows of neighbouring columns. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  /** What is leant on has happened: nothing is held any more. */
  readonly isSettled: boolean;
}

export interface LinkMap {
  readonly before: readonly End[];
  readonly own: readonly End[];
  readonly after: readonly End[];
  readonly into: readonly Edge[];
  readonly outOf: readonly Edge[];
  /** Of own milestones that lean on own ones: what they lean on, by their reference. */
  readonly inner: ReadonlyMap<string, readonly End[]>;
}

/** The initiative a reference is of; none for a commitment. */
export const streamIn = (reference: string): string | undefined => {
  const [collection, id] = reference.split('/');
  return collection === 'commitments' || id === undefined ? undefined : `${collection}/${id}`;
};

/** Each end once, in the order in which its partner rows stand, so that lines seldom cross. */
const once = (ends: readonly End[]): readonly End[] => [...new Map(ends.map((end) => [end.reference, end])).values()];

/** Three columns: what is leant on, what is here, and what leans on that. */
export const mapOf = (stream: string, links: readonly Link[]): LinkMap => {
  const isOwn = ({ reference }: End): boolean => streamIn(reference) === stream;
  const own = once(links.flatMap(({ from, to }) => [from, to]).filter(isOwn));
  const place = (ends: readonly End[], { reference }: End): number =>
    ends.findIndex((end) => end.reference === reference);
  const byOwn = (end: (link: Link) => End) => (a: Link, b: Link) => place(own, end(a)) - place(own, end(b));
  const arriving = links.filter(({ from }) => !isOwn(from)).sort(byOwn(({ to }) => to));
  const leaving = links.filter(({ to }) => !isOwn(to)).sort(byOwn(({ from }) => from));
  const before = once(arriving.map(({ from }) => from));
  const after = once(leaving.map(({ to }) => to));
  const inner = new Map<string, readonly End[]>();
  for (const { from, to } of links)
    if (isOwn(from) && isOwn(to)) inner.set(to.reference, [...(inner.get(to.reference) ?? []), from]);
  const isSettled = ({ from }: Link): boolean => from.settledOn !== null;
  return {
    before,
    own,
    after,
    into: arriving.map((one) => ({ from: place(before, one.from), to: place(own, one.to), isSettled: isSettled(one) })),
    outOf: leaving.map((one) => ({ from: place(own, one.from), to: place(after, one.to), isSettled: isSettled(one) })),
    inner,
  };
};

/** How much of what is leant on has not happened, and how often others still wait for something here. */
export const standingOf = (
  stream: string,
  links: readonly Link[],
): { readonly awaited: number; readonly held: number } => {
  const open = links.filter(({ from }) => from.settledOn === null);
  const awaited = new Set(
    open.filter(({ from }) => streamIn(from.reference) !== stream).map(({ from }) => from.reference),
  );
  const held = new Set(open.filter(({ to }) => streamIn(to.reference) !== stream).map(({ to }) => to.reference));
  return { awaited: awaited.size, held: held.size };
};
