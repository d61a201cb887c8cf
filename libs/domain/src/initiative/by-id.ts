/** Things of one initiative by their id: plain JSON, so that state can be kept as a snapshot. */
export type ById<T> = Readonly<Record<string, T>>;

/** The thing of that id; ids such as `constructor` are ids like any other. */
export const find = <T>(things: ById<T>, id: string): T | undefined =>
  Object.hasOwn(things, id) ? things[id] : undefined;

export const put = <T>(things: ById<T>, id: string, thing: T): ById<T> => ({ ...things, [id]: thing });

export const without = <T>(things: ById<T>, id: string): ById<T> =>
  Object.fromEntries(Object.entries(things).filter(([key]) => key !== id));

/** The same ids, each thing looked at once. */
export const mapById = <T, R>(things: ById<T>, change: (thing: T, id: string) => R): ById<R> =>
  Object.fromEntries(Object.entries(things).map(([id, thing]) => [id, change(thing, id)]));
