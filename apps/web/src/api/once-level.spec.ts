import { describe, expect, it } from '@jest/globals';
import { onceLevel, type Levelled } from './once-level.js';

/** Asks a server that answers these one after the other, the last of them for ever. */
const asking = async (...answers: readonly Levelled<readonly string[]>[]) => {
  let asked = 0;
  const ask = async () => answers[Math.min((asked += 1), answers.length) - 1]!;
  const answer = await onceLevel(
    ask,
    (rows) => rows.length === 0,
    async () => undefined,
  );
  return { answer, asked };
};

describe('nothing', () => {
  it('is believed of a server that is level', async () => {
    expect(await asking({ answer: [], behind: 0 })).toEqual({ answer: [], asked: 1 });
  });

  it('is asked again of one that is behind, until it is level', async () => {
    const answers = [
      { answer: [], behind: 2 },
      { answer: [], behind: 1 },
      { answer: ['row'], behind: 0 },
    ];
    expect(await asking(...answers)).toEqual({ answer: ['row'], asked: 3 });
  });

  it('is believed in the end of one that stays behind', async () => {
    expect(await asking({ answer: [], behind: 1 })).toEqual({ answer: [], asked: 11 });
  });

  it('is not waited for where there is something', async () => {
    expect(await asking({ answer: ['row'], behind: 5 })).toEqual({ answer: ['row'], asked: 1 });
  });
});
