import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { api, bodyOf } from '../api/client.js';
import { everyPage } from '../api/every-page.js';
import { useBilingual, useFormats, useWords } from './reader.js';
import { useSession } from './session.js';

type Named = { readonly id: string; readonly name: { readonly ar?: string; readonly en?: string } };

/** Registers are small by nature: the entities of a government, the partners of a programme. */
const entities = (): Promise<Named[]> => everyPage((query) => bodyOf(api.GET('/api/entities', { params: { query } })));
const partners = (): Promise<Named[]> => everyPage((query) => bodyOf(api.GET('/api/partners', { params: { query } })));
const officials = (): Promise<Named[]> =>
  everyPage((query) => bodyOf(api.GET('/api/directory/officials', { params: { query } })));
const minutes = 60_000;

interface Names {
  entity(id: string): string;
  /** `entity:<id>`, `partner:<id>` or a body of the constitution. */
  party(of: string): string;
  /** Whoever signs in under a name; one without a name of the own, and everybody else to a partner, reads as that. */
  person(user: string): string;
  /** Everybody who can be named as a party, beside the bodies of the constitution. */
  readonly parties: readonly string[];
  readonly entityIds: readonly string[];
}
const NamesContext = createContext<Names | undefined>(undefined);
const none: readonly Named[] = [];

/** Asks for the registers once for all that names somebody: a row of a long list asks nothing of its own. */
export const NamesProvider = ({ children }: { readonly children: ReactNode }) => {
  const { vocabulary } = useWords();
  const say = useBilingual();
  const { partner, roles, user, name: ownName } = useSession();
  const { data: ofEntities = none } = useQuery({
    queryKey: ['entities'],
    queryFn: entities,
    staleTime: 10 * minutes,
    // For a partner no entity has a name.
    enabled: partner === undefined,
  });
  const { data: ofPartners = none } = useQuery({ queryKey: ['partners'], queryFn: partners, staleTime: 10 * minutes });
  const { data: ofOfficials = none } = useQuery({
    queryKey: ['officials'],
    queryFn: officials,
    staleTime: 10 * minutes,
    // For a partner no official has one, nor for a program.
    enabled: partner === undefined && !roles.every((role) => role === 'integrator'),
  });
  const names = useMemo<Names>(() => {
    const namesOf = (register: readonly Named[]) => {
      const named = new Map(register.map(({ id, name }) => [id, say(name)]));
      return (id: string): string => named.get(id) || id;
    };
    const entity = namesOf(ofEntities);
    const partner = namesOf(ofPartners);
    const party = (of: string): string => {
      const [sort, id] = of.split(':') as [string, string?];
      if (sort === 'entity' && id !== undefined) return entity(id);
      if (sort === 'partner' && id !== undefined) return partner(id);
      return sort in vocabulary.bodies ? vocabulary.bodies[sort as keyof typeof vocabulary.bodies] : of;
    };
    const parties = [...ofEntities.map(({ id }) => `entity:${id}`), ...ofPartners.map(({ id }) => `partner:${id}`)];
    const official = namesOf(ofOfficials);
    const person = (of: string): string => (of === user && say(ownName)) || official(of);
    return { entity, party, person, parties, entityIds: ofEntities.map(({ id }) => id) };
  }, [ofEntities, ofPartners, ofOfficials, user, ownName, say, vocabulary]);
  return <NamesContext value={names}>{children}</NamesContext>;
};

/** How entities and parties are called. A name that is not known, or not to be known by this reader, reads as its id. */
export const useNames = (): Names => {
  const names = useContext(NamesContext);
  if (!names) throw new Error('outside of a NamesProvider');
  return names;
};

/** All entities by name, to choose one. */
export const useEntityChoices = () => {
  const { language } = useFormats();
  const { entityIds, entity } = useNames();
  return useMemo(
    () =>
      entityIds.map((id) => ({ value: id, name: entity(id) })).sort((a, b) => a.name.localeCompare(b.name, language)),
    [entityIds, entity, language],
  );
};
