import { QueryClient } from '@tanstack/react-query';
import { Refused } from '../api/problem.js';

const mostTries = 3;
/** The live line tells what changes in the portfolio; that somebody asks for a decision changes nothing there yet. */
const whatWaitsAgainMilliseconds = 15_000;

/**
 * For a query's `throwOnError`: a screen without its data shows the fault in its place. Where something is shown already it
 * stays, though asking again failed: an hour-old portfolio says more than an error.
 */
export const whenNothingIsShown = (_fault: unknown, query: { readonly state: { readonly data: unknown } }): boolean =>
  query.state.data === undefined;

/**
 * What was read stays shown while it is asked again. A refusal is an answer and is not asked twice; a server that cannot be
 * reached is asked again, more and more slowly.
 */
export const makeQueryClient = (): QueryClient => {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, fault) => !(fault instanceof Refused && fault.problem.status < 500) && failures < mostTries,
      },
      mutations: { retry: false },
    },
  });
  client.setQueryDefaults(['inbox'], { refetchInterval: whatWaitsAgainMilliseconds });
  return client;
};
