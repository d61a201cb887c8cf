/** One entity of a scope while it is written. */
export interface Scoped {
  readonly entity: string;
  readonly dueOn: string;
  /** One in a line. */
  readonly obligations: string;
}
export interface Stated {
  readonly entity: string;
  readonly dueOn: string;
  readonly obligations?: readonly string[];
}

export const emptyScoped: Scoped = { entity: '', dueOn: '', obligations: '' };

/** The scope as it was stated last, to be changed: the whole of it is stated anew. */
export const scopedOf = (stated: readonly Stated[]): readonly Scoped[] =>
  stated.map(({ entity, dueOn, obligations }) => ({ entity, dueOn, obligations: (obligations ?? []).join('\n') }));

/** Why a scope cannot be stated as it is written; nothing where it can. */
export const isWhole = (entities: readonly Scoped[]): boolean =>
  entities.every(({ entity, dueOn }) => entity !== '' && dueOn !== '') &&
  new Set(entities.map(({ entity }) => entity)).size === entities.length;

export const scopeBody = (on: string, entities: readonly Scoped[]) => ({
  on,
  entities: entities.map(({ entity, dueOn, obligations }): Stated => {
    const lines = obligations
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    return { entity, dueOn, ...(lines.length > 0 && { obligations: lines }) };
  }),
});
