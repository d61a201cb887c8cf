import { useWords } from '../../app/reader.js';
import { Checks } from '../../ui/checks.js';
import { Choice } from '../../ui/choice.js';
import { usePlaces } from './places.js';

export const allRoles = [
  'member',
  'lead',
  'focal-point',
  'reviewer',
  'independent',
  'administrator',
  'auditor',
  'integrator',
  'partner',
] as const;
export type Role = (typeof allRoles)[number];

interface Props {
  readonly roles: readonly Role[];
  readonly setRoles: (roles: Role[]) => void;
  readonly place: string;
  readonly setPlace: (place: string) => void;
  readonly faults: ReadonlyMap<string, string>;
  readonly offered?: readonly Role[];
  readonly withPartners?: boolean;
}
/** An empty key is no key to a list. */
const nowhere = 'nowhere';

/** The roles of somebody, and where he belongs. */
export const StandingFields = ({
  roles,
  setRoles,
  place,
  setPlace,
  faults,
  offered = allRoles,
  withPartners = true,
}: Props) => {
  const { accounts, vocabulary } = useWords();
  const { entities, partners } = usePlaces();
  const places = [
    { id: nowhere, name: accounts.noPlace },
    ...entities.map(({ id, name }) => ({ id: `entity:${id}`, name })),
    ...(withPartners
      ? partners.map(({ id, name }) => ({ id: `partner:${id}`, name: `${vocabulary.partner}: ${name}` }))
      : []),
  ];
  const faultOfRoles = [...faults].find(([path]) => path.startsWith('roles'))?.[1];
  return (
    <>
      <Checks
        label={accounts.roles}
        options={offered.map((role) => ({ id: role, name: vocabulary.role[role] }))}
        value={roles}
        choose={(ids) => setRoles(ids as Role[])}
        fault={faultOfRoles}
      />
      <Choice
        label={accounts.place}
        options={places}
        value={place === '' ? nowhere : place}
        choose={(id) => setPlace(id === nowhere ? '' : id)}
        fault={faults.get('entity') ?? faults.get('partner')}
      />
    </>
  );
};
