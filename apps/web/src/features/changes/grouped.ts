interface OfInitiative {
  readonly at: string;
  readonly initiative: { readonly kind: string; readonly id: string };
}
export interface ChangesOf<T> {
  readonly key: string;
  readonly changes: readonly T[];
}

/** What changed of one initiative by one event, together: in the order given. */
export const groupedChanges = <T extends OfInitiative>(changes: readonly T[]): readonly ChangesOf<T>[] => {
  const found: { key: string; changes: T[] }[] = [];
  for (const change of changes) {
    const key = `${change.initiative.kind}/${change.initiative.id} ${change.at}`;
    const last = found.at(-1);
    if (last?.key === key) last.changes.push(change);
    else found.push({ key, changes: [change] });
  }
  return found;
};
