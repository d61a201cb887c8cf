type Members = Readonly<Record<string, unknown>>;

const sameMembers = (a: Members, b: Members): boolean => {
  for (const name in a) if (!sameValue(a[name], b[name])) return false;
  for (const name in b) if (b[name] !== undefined && !Object.hasOwn(a, name)) return false;
  return true;
};

/**
 * Whether two plain values say the same as JSON would, whatever the order of their members: an absent member and an
 * undefined one are alike. Stops at the first difference and writes no text: rows are compared by the thousand.
 */
export const sameValue = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, at) => sameValue(item, b[at]))
    );
  return sameMembers(a as Members, b as Members);
};
