import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client.js';
import type { Address } from '../reading.js';

/** What the initiative leans on and what leans on it. A page without the map is still the page: a fault shows nothing. */
export const useLinks = ({ kind, id }: Address) =>
  useQuery({
    queryKey: ['timeline', kind, id, 'links'],
    queryFn: () => bodyOf(api.GET('/api/timelines/{kind}/{id}/links', { params: { path: { kind, id } } })),
  }).data;
export type Links = NonNullable<ReturnType<typeof useLinks>>;
