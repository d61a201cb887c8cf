/** The languages Masar speaks; Arabic is the source. */
export type Language = 'ar' | 'en';

/** Less than any weight that can be said (three decimals), more than never. */
const unsaid = 0.0001;

/**
 * The first of our languages by weight in `Accept-Language` (RFC 9110 §12.5.4): `*` stands for what it does not name, `q=0`
 * for what is not wanted. Arabic when it says nothing that either would fit.
 */
export const languageOf = (header: string | undefined): Language => {
  if (!header) return 'ar';
  const weights = new Map<string, number>();
  for (const part of header.split(',').slice(0, 20)) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const primary = tag.trim().split('-')[0]!;
    const given = parameters.map((parameter) => /^\s*q=([0-9.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
    const weight = given === undefined ? 1 : Number(given);
    weights.set(primary, Math.max(weight, weights.get(primary) ?? 0));
  }
  const weightOf = (language: Language): number => weights.get(language) ?? weights.get('*') ?? unsaid;
  // Of two wanted as much, the one named first; of two that nobody named, Arabic.
  const named = [...weights.keys()].find((tag): tag is Language => tag === 'ar' || tag === 'en') ?? 'ar';
  const other = named === 'ar' ? 'en' : 'ar';
  return weightOf(other) > weightOf(named) ? other : named;
};
