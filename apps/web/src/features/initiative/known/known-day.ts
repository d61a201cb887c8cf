import { useSearchParams } from 'react-router';
import { knownDayIn } from './known-day-in.js';

const parameter = 'knownOn';
/** The day the page is folded on, kept in the address so that it can be sent to somebody. */
export const useKnownDay = (today: string) => {
  const [search, setSearch] = useSearchParams();
  const known = knownDayIn(search.get(parameter), today);
  const choose = (day: string | undefined) => {
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (day === undefined || day >= today) next.delete(parameter);
        else next.set(parameter, day);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  };
  return [known, choose] as const;
};
