const dateShaped = /^\d{4}-\d{2}-\d{2}$/;

/** A day in the address, where it is one before today; the page of today has none. */
export const knownDayIn = (text: string | null, today: string): string | undefined =>
  text !== null && dateShaped.test(text) && !Number.isNaN(Date.parse(text)) && text < today ? text : undefined;
