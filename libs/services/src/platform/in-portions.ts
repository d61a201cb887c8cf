const atOnce = 50;

/** Asks about each of many things, so many at a time: the answers, in the order of the things. */
export const inPortions = async <Thing, Answer>(
  things: readonly Thing[],
  ask: (thing: Thing) => Promise<Answer>,
): Promise<Answer[]> => {
  const answers: Answer[] = [];
  for (let from = 0; from < things.length; from += atOnce)
    answers.push(...(await Promise.all(things.slice(from, from + atOnce).map(ask))));
  return answers;
};

/** Those of many for which something holds, in their order; so many are asked at a time. */
export const thoseOf = async <Thing>(
  things: readonly Thing[],
  holds: (thing: Thing) => Promise<boolean>,
): Promise<readonly Thing[]> => {
  const answers = await inPortions(things, holds);
  return things.filter((_, place) => answers[place]);
};
