import { useEffect, useRef, useState } from 'react';
import { faultsByField } from '../../api/problem.js';
import type { Arrival, Command, Entry } from '../../app/commands/intent.js';
import { OutboxFull } from '../../app/commands/outbox.js';
import { useCommand } from '../../app/commands/use-command.js';
import { useWords } from '../../app/reader.js';

/** A form's way to send: what the server found wrong, by field and as a whole, and whether it is on its way. */
export const useSending = (about: string) => {
  const { commands } = useWords();
  const of = useCommand(about);
  const [isFull, setFull] = useState(false);
  const { entry } = of;
  const problem = entry?.state === 'refused' ? entry.refusal : undefined;
  const byField: ReadonlyMap<string, string> = problem ? faultsByField(problem) : new Map();
  /** One after the other; the first refusal ends it. Nothing where it was refused: it is shown. */
  const send = async (...given: readonly Command[]): Promise<Arrival | undefined> => {
    setFull(false);
    let last: Arrival | undefined;
    try {
      for (const command of given) last = await of.give(command);
      return last;
    } catch (fault) {
      setFull(fault instanceof OutboxFull);
      return undefined;
    }
  };
  return {
    send,
    byField,
    problem,
    fault: isFull ? commands.full : problem && byField.size === 0 ? (problem.detail ?? problem.title) : undefined,
    arrived: entry?.state === 'arrived' ? entry : undefined,
    isSending: entry?.state === 'sending',
    isKept: entry?.state === 'kept',
    dismiss: of.dismiss,
  };
};
export type Sending = ReturnType<typeof useSending>;

type Arrived = Extract<Entry, { readonly state: 'arrived' }>;

/** What a form was sent for has arrived while it is open, at once or after a night without a line: the form is done. */
export const useArrival = ({ arrived }: Sending, done: (arrived: Arrived) => void): void => {
  const [openedAt] = useState(() => new Date().toISOString());
  const latest = useRef(done);
  useEffect(() => {
    latest.current = done;
  });
  useEffect(() => {
    if (arrived !== undefined && arrived.at >= openedAt) latest.current(arrived);
  }, [arrived, openedAt]);
};
