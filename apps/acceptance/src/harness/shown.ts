/** JSON as the API answers it, read field by field without a schema: what a stranger's program sees. */
export interface Shown {
  readonly [field: string]: Shown;
}

/** A list in an answer. */
export const listOf = (value: unknown): readonly Shown[] => {
  if (!Array.isArray(value)) throw new TypeError(`not a list: ${JSON.stringify(value)}`);
  return value as readonly Shown[];
};

/** The one thing in a list whose field has a value. */
export const oneOf = (value: unknown, field: string, wanted: string): Shown => {
  const found = listOf(value).find((one) => String(one[field]) === wanted);
  if (!found) throw new Error(`nothing with ${field} ${wanted}`);
  return found;
};
