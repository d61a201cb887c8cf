import { useState } from 'react';
import { Link } from 'react-router';
import { api, bodyOf } from '../../api/client.js';
import { useNames } from '../../app/names.js';
import { useBilingual, useFormats, useWords } from '../../app/reader.js';
import { usePagedList } from '../../app/paged-list.js';
import { useSession } from '../../app/session.js';
import { Choice } from '../../ui/choice.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { Invite } from './invite.js';
import { answersTo } from './names-form.js';
import { placeOf } from './places.js';
import { More, Opener, Room, Sheet } from './room.js';
import { SearchRow } from './search-row.js';
import { allRoles, type Role } from './standing-fields.js';

const states = ['active', 'invited', 'disabled'] as const;
const any = 'any';

interface Listed {
  readonly user: string;
  readonly name?: { readonly ar?: string; readonly en?: string };
  readonly roles: readonly Role[];
  readonly entity?: string;
  readonly partner?: string;
  readonly state: (typeof states)[number];
}

const PersonRow = ({ person }: { readonly person: Listed }) => {
  const { accounts, vocabulary } = useWords();
  const { list } = useFormats();
  const { party } = useNames();
  const say = useBilingual();
  return (
    <tr>
      <th scope="row">
        <Link to={`/administration/people/${person.user}`}>
          <bdi>{say(person.name) || person.user}</bdi>
        </Link>
      </th>
      <td>
        <bdi>{person.user}</bdi>
      </td>
      <td>{list(person.roles.map((one) => vocabulary.role[one]))}</td>
      <td>{placeOf(person) === '' ? accounts.noPlace : party(placeOf(person))}</td>
      <td>{accounts.state[person.state]}</td>
    </tr>
  );
};

interface FiltersProps {
  readonly role: string;
  readonly setRole: (role: string) => void;
  readonly state: string;
  readonly setState: (state: string) => void;
}
const StandingFilters = ({ role, setRole, state, setState }: FiltersProps) => {
  const { accounts, administration, vocabulary } = useWords();
  return (
    <>
      <Choice
        label={accounts.roles}
        options={[{ id: any, name: administration.any }, ...allRoles.map((id) => ({ id, name: vocabulary.role[id] }))]}
        value={role}
        choose={setRole}
      />
      <Choice
        label={administration.state}
        options={[{ id: any, name: administration.any }, ...states.map((id) => ({ id, name: accounts.state[id] }))]}
        value={state}
        choose={setState}
      />
    </>
  );
};

/** Everybody with an account. */
export const People = () => {
  const { accounts, administration } = useWords();
  const { onlyAccount } = useSession();
  const [searched, search] = useState('');
  const [role, setRole] = useState<string>(any);
  const [state, setState] = useState<string>(any);
  const filters = {
    ...(role === any ? {} : { role: role as Role }),
    ...(state === any ? {} : { state: state as (typeof states)[number] }),
  };
  const register = usePagedList(['people', filters], (query) =>
    bodyOf(api.GET('/api/people', { params: { query: { ...query, ...filters } } })),
  );
  const rows = register.rows.filter(({ user, name }) => answersTo(searched, user, name?.ar, name?.en));
  const clear = () => {
    search('');
    setRole(any);
    setState(any);
  };
  return (
    <Room
      title={administration.people}
      lead={accounts.lead}
      actions={
        <Opener name={accounts.invite} kind="primary">
          {(close) => <Invite close={close} />}
        </Opener>
      }
    >
      {onlyAccount && <Notice tone="amber">{accounts.onlyAccount}</Notice>}
      <SearchRow searched={searched} search={search} found={rows.length} total={register.total} clear={clear}>
        <StandingFilters role={role} setRole={setRole} state={state} setState={setState} />
      </SearchRow>
      {register.isPending && <Skeleton rows={6} />}
      {rows.length > 0 && (
        <Sheet
          label={administration.people}
          head={[administration.name, accounts.user, accounts.roles, accounts.place, administration.state]}
        >
          {rows.map((person) => (
            <PersonRow key={person.user} person={person} />
          ))}
        </Sheet>
      )}
      <More more={register.more} />
    </Room>
  );
};
