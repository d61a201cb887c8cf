import { Refused } from '../../api/problem.js';

/**
 * True once a command was acknowledged; false when it was refused, which is shown by what became of the command, beside what
 * it is about. Whatever else went wrong is thrown.
 */
export const acknowledged = (given: Promise<unknown>): Promise<boolean> =>
  given.then(
    () => true,
    (fault: unknown) => {
      if (fault instanceof Refused) return false;
      throw fault;
    },
  );
