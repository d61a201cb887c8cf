import { useQuery } from '@tanstack/react-query';
import { useFormats } from '../../app/reader.js';
import type { Option } from '../../ui/choice.js';
import { rightsOf, type Described } from './described-rights.js';

const describe = async (): Promise<Described> => (await fetch('/api/openapi.json')).json() as Promise<Described>;

/** Every right of the table, named by what it is asked for: the interface describes itself, and the page adds nothing. */
export const useRights = (): readonly Option[] => {
  const { language } = useFormats();
  const { data } = useQuery({ queryKey: ['described'], queryFn: describe, staleTime: Infinity });
  return data ? rightsOf(data, language) : [];
};
