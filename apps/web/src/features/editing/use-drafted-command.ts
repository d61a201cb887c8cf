import type { Command } from '../../app/commands/intent.js';
import { useDraft } from '../../app/commands/use-draft.js';
import { useArrival, useSending } from './use-sending.js';

/**
 * A window in which one command is typed. What is typed is kept under `form` until the command has arrived, which also closes
 * the window; `about` names what the command is for, so that what became of it is found again.
 */
export const useDraftedCommand = <T extends object>(form: string, about: string, empty: T, close: () => void) => {
  const { draft, isResumed, change, discard } = useDraft(form, empty);
  const sending = useSending(about);
  const leave = () => {
    if (!sending.isKept) void sending.dismiss();
    close();
  };
  useArrival(sending, () => {
    discard();
    leave();
  });
  const give = (command: Command) => void sending.send({ ...command, draft: form });
  return { draft, isResumed, change, discard, sending, leave, give };
};
