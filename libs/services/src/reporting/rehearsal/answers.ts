import type { StreamName } from '@masar/contracts';
import type { Asked, Room } from './room.js';

/** Everything a reader can be told on one day; `knownOn` absent: by all that is known now. */
export const questionsOf = (streams: readonly StreamName[], knownOn?: string): readonly Asked[] => {
  const day = knownOn === undefined ? {} : { knownOn };
  const limit = 500;
  return [
    ...streams.map((stream): Asked => ({ ask: 'timeline', stream, ...day })),
    { ask: 'portfolio', limit, ...day },
    { ask: 'portfolio', limit, late: true, sort: '-elapsed', ...day },
    { ask: 'milestones', limit, ...day },
    { ask: 'delays', ...day },
  ];
};

/** The answers as their bytes; a refusal as its code. */
export const answersTo = async (room: Room, questions: readonly Asked[]): Promise<readonly string[]> => {
  const answers: string[] = [];
  for (const question of questions) {
    answers.push(
      await room.text(question).catch((refusal: { code?: string }) => `refused ${refusal.code ?? String(refusal)}`),
    );
  }
  return answers;
};
