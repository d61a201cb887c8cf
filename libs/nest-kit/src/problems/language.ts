/** The languages Masar speaks; Arabic is the source. */
export type Language = 'ar' | 'en';

/** The first of our languages by weight in `Accept-Language` (RFC 9110 §12.5.4); Arabic when it names none. */
export const languageOf = (header: string | undefined): Language => {
  if (!header) return 'ar';
  let best: Language = 'ar';
  let bestWeight = 0;
  for (const part of header.split(',').slice(0, 20)) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const primary = tag.trim().split('-')[0];
    const given = parameters.map((parameter) => /^\s*q=([0-9.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
    const weight = given === undefined ? 1 : Number(given);
    if ((primary === 'ar' || primary === 'en') && weight > bestWeight) [best, bestWeight] = [primary, weight];
  }
  return best;
};
