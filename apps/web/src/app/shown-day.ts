import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';
import { dayIn } from './day-in.js';
import { useSigned } from './session.js';

export interface ShownDay {
  /** `YYYY-MM-DD`: the day on which the server decides what this reader commands. */
  readonly today: string;
  /** True where the server was told which day it is (a demonstration, a test). */
  readonly isSimulated: boolean;
}

/** The day of the reader's entity, not of the device: whoever works late at night elsewhere is not ahead of the server. */
export const useShownDay = (): ShownDay => {
  const { session } = useSigned();
  const { data } = useQuery({
    queryKey: ['day'],
    queryFn: () => bodyOf(api.GET('/health/ready')),
    staleTime: 60_000,
  });
  const told = data?.today;
  return { today: dayIn(session?.zone, told), isSimulated: told !== undefined };
};
