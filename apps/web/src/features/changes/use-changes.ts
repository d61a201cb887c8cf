import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.js';
import { useShownDay } from '../../app/shown-day.js';
import { laterBy } from '../../chart/scale.js';

/** Where nobody has looked yet, the last days stand for everything there ever was. */
export const daysWithoutLook = 14;
const pageSize = 500;
/** More than these are not listed: whoever was away that long begins with the portfolio itself. */
const mostPages = 4;

const lastLook = async () =>
  (await bodyOf(api.GET('/api/portfolio/looks', { params: { query: { limit: 1 } } }))).items[0] ?? null;

const pageOf = (since: string, cursor: string | null) =>
  bodyOf(
    api.GET('/api/portfolio/changes', {
      params: { query: { since, limit: pageSize, ...(cursor === null ? {} : { cursor }) } },
    }),
  );
export type Change = Awaited<ReturnType<typeof pageOf>>['items'][number];

const changesSince = async (since: string) => {
  const items: Change[] = [];
  const corrections: Change[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < mostPages; page++) {
    const answer: Awaited<ReturnType<typeof pageOf>> = await pageOf(since, cursor);
    items.push(...answer.items);
    corrections.push(...answer.corrections);
    cursor = answer.next;
    if (cursor === null) break;
  }
  return { items: items.reverse(), corrections: corrections.reverse(), isWhole: cursor === null };
};

/** What changed since this reader's last look, the latest first. Reading moves no look: only `look` does, by hand. */
export const useChanges = () => {
  const { today } = useShownDay();
  const cache = useQueryClient();
  const look = useQuery({ queryKey: ['looks'], queryFn: lastLook });
  const since = look.data === undefined ? undefined : (look.data?.id ?? laterBy(today, -daysWithoutLook));
  const changes = useQuery({
    queryKey: ['changes', since],
    queryFn: () => changesSince(since!),
    enabled: since !== undefined,
  });
  const keep = useMutation({
    mutationFn: async () => bodyOf(api.POST('/api/portfolio/looks')),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['looks'] }),
  });
  return { look, changes, keep };
};
