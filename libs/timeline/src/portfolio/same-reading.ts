/** Whether two readings say the same as JSON would: an absent member and an undefined one are alike. Stops at the first difference and writes no text. */
export const sameReading = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, at) => sameReading(item, b[at]))
    );
  return sameMembers(a as Members, b as Members);
};

type Members = Readonly<Record<string, unknown>>;

const sameMembers = (a: Members, b: Members): boolean => {
  for (const name in a) if (!sameReading(a[name], b[name])) return false;
  for (const name in b) if (b[name] !== undefined && a[name] === undefined) return false;
  return true;
};
