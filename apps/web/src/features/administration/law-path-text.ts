/** A path as it can be published anew: what the register itself gives (its id, its version) is left out. */
export const textOfPath = (path: object | undefined): string => {
  if (path === undefined) return '';
  const kept = Object.fromEntries(Object.entries(path).filter(([name]) => name !== 'id' && name !== 'version'));
  return JSON.stringify(kept, null, 2);
};

/** What was typed, when it is JSON. */
export const pathOfText = (text: string): object | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
};
