import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.js';
import { whenNothingIsShown } from '../../app/query-client.js';
import { useBilingual } from '../../app/reader.js';

const most = 500;

export const useCalendars = () => {
  const say = useBilingual();
  const { data } = useQuery({
    queryKey: ['calendars'],
    queryFn: () => bodyOf(api.GET('/api/calendars', { params: { query: { limit: most } } })),
    throwOnError: whenNothingIsShown,
  });
  const calendars = data?.items ?? [];
  return { calendars, options: calendars.map(({ id, name }) => ({ id, name: say(name) || id })) };
};

/** One year of a calendar: what is computed, whether it is confirmed, and what was said of its days. */
export const useYear = (id: string, year: string) => {
  const { data: found } = useQuery({
    queryKey: ['calendars', id, year],
    queryFn: () => bodyOf(api.GET('/api/calendars/{id}/years/{year}', { params: { path: { id, year } } })),
    throwOnError: whenNothingIsShown,
  });
  const { data: days } = useQuery({
    queryKey: ['calendars', id, 'days'],
    queryFn: () => bodyOf(api.GET('/api/calendars/{id}/days', { params: { path: { id }, query: { limit: most } } })),
    throwOnError: whenNothingIsShown,
  });
  return found && days ? { ...found, said: days.items } : undefined;
};
