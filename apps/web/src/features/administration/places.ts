import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.js';
import { useBilingual } from '../../app/reader.js';
import type { Option } from '../../ui/choice.js';

const most = 500;

/** Entities and partners to choose from, by their names. */
export const usePlaces = (): { readonly entities: readonly Option[]; readonly partners: readonly Option[] } => {
  const say = useBilingual();
  const { data: entities } = useQuery({
    queryKey: ['entities', 'choice'],
    queryFn: () => bodyOf(api.GET('/api/entities', { params: { query: { limit: most } } })),
  });
  const { data: partners } = useQuery({
    queryKey: ['partners', 'choice'],
    queryFn: () => bodyOf(api.GET('/api/partners', { params: { query: { limit: most } } })),
  });
  const named = (items: readonly { id: string; name: Parameters<typeof say>[0] }[] | undefined): readonly Option[] =>
    (items ?? []).map(({ id, name }) => ({ id, name: say(name) || id }));
  return { entities: named(entities?.items), partners: named(partners?.items) };
};

/** Where somebody belongs, as one choice: `entity:x`, `partner:x`, or nowhere. */
export const placeOf = ({ entity, partner }: { readonly entity?: string; readonly partner?: string }): string =>
  entity !== undefined ? `entity:${entity}` : partner !== undefined ? `partner:${partner}` : '';

export const placeFields = (place: string): { entity?: string; partner?: string } => {
  const [sort, id] = place.split(':') as [string, string?];
  return id === undefined ? {} : sort === 'partner' ? { partner: id } : { entity: id };
};
