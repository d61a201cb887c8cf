const patience = { tries: 10, pauseMilliseconds: 500 };

/** An answer, and how many commits the server has recorded and not folded yet (`X-Behind`). */
export interface Levelled<T> {
  readonly answer: T;
  readonly behind: number;
}

/**
 * Nothing is an answer only where the server has folded what was recorded: until then it is asked again, for as long as a
 * reader would wait. What is there is shown at once, however far behind.
 */
export const onceLevel = async <T>(
  ask: () => Promise<Levelled<T>>,
  isNothing: (answer: T) => boolean,
  rest = (milliseconds: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, milliseconds)),
): Promise<T> => {
  for (let left = patience.tries; ; left -= 1) {
    const { answer, behind } = await ask();
    if (behind === 0 || left === 0 || !isNothing(answer)) return answer;
    await rest(patience.pauseMilliseconds);
  }
};

export const behindOf = ({ headers }: Response): number => Number(headers.get('x-behind') ?? 0);
