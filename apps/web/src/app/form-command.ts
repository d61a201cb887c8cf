import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { newKey } from '../api/new-key.js';
import { faultsByField, Refused, type Problem } from '../api/problem.js';
import { useWords } from './reader.js';

/** What goes with every command: one key for one intent, however often it is sent. */
export interface Keyed {
  readonly headers: { readonly 'Idempotency-Key': string };
}

/** Where fields have their own words, the whole is only named: nothing is said twice. */
const saidOf = ({ title, detail, errors }: Problem): string => (errors?.length ? title : (detail ?? title));

/**
 * One thing a form does on the server, and what became of it. The same words sent again (a lost answer, a second press)
 * carry the same key and are done once; other words are another intent.
 */
export const useFormCommand = <Body, Answer>(
  send: (body: Body, keyed: Keyed) => Promise<Answer>,
  { old = [], then }: { readonly old?: readonly string[]; readonly then?: (answer: Answer) => void } = {},
) => {
  const cache = useQueryClient();
  const { frame } = useWords();
  const intent = useRef<{ readonly words: string; readonly key: string }>(undefined);
  const command = useMutation({
    mutationFn: async (body: Body) => {
      const words = JSON.stringify(body);
      if (intent.current?.words !== words) intent.current = { words, key: newKey() };
      const answer = await send(body, { headers: { 'Idempotency-Key': intent.current.key } });
      intent.current = undefined;
      return answer;
    },
    onSuccess: async (answer) => {
      await cache.invalidateQueries({ predicate: ({ queryKey }) => old.includes(String(queryKey[0])) });
      then?.(answer);
    },
  });
  const problem = command.error instanceof Refused ? command.error.problem : undefined;
  const byField = problem ? faultsByField(problem) : new Map<string, string>();
  return {
    run: command.mutate,
    reset: command.reset,
    isPending: command.isPending,
    answer: command.data,
    byField,
    problem,
    /** Said beside the form as a whole: what is wrong with a field stands under that field. */
    fault: command.error === null ? undefined : problem ? saidOf(problem) : frame.away,
  };
};
