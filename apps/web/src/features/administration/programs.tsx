import { Link } from 'react-router';
import { api, bodyOf } from '../../api/client.js';
import { useDraftedForm } from '../../app/drafted-form.js';
import type { Keyed } from '../../app/form-command.js';
import { useBilingual, useFormats, useWords } from '../../app/reader.js';
import { usePagedList } from '../../app/paged-list.js';
import { Resumed } from '../../ui/resumed.js';
import { Skeleton } from '../../ui/skeleton.js';
import { TextInput } from '../../ui/text-input.js';
import { CommandForm } from '../../ui/command-form.js';
import { AccountFields } from './account-fields.js';
import { bilingualOf } from './names-form.js';
import { placeFields } from './places.js';
import { More, Opener, Room, Sheet } from './room.js';
import type { Role } from './standing-fields.js';

/** What a program may be: it reads and reports. */
const programRoles = ['integrator', 'member', 'auditor'] as const;
type ProgramRole = (typeof programRoles)[number];
interface Body {
  readonly user: string;
  readonly name: { ar?: string; en?: string };
  readonly roles: ProgramRole[];
  readonly entity?: string;
  readonly reason: string;
}

const blank = { user: '', ar: '', en: '', roles: ['integrator'] as Role[], place: '', reason: '' };
const make = (body: Body, keyed: Keyed) => bodyOf(api.POST('/api/service-accounts', { body, ...keyed }));

const MakeProgram = ({ close }: { readonly close: () => void }) => {
  const { accounts, administration, frame } = useWords();
  const { typed, set, command, resumed } = useDraftedForm('administration program', blank, make, {
    old: ['programs'],
    then: close,
  });
  const { user, ar, en, roles, place, reason } = typed;
  const name = bilingualOf(ar, en);
  const body = {
    user: user.trim(),
    name,
    roles: roles as ProgramRole[],
    ...(placeFields(place) as { entity?: string }),
    reason: reason.trim(),
  };
  return (
    <CommandForm
      send={accounts.programs.make}
      isPending={command.isPending}
      isReady={body.user !== '' && Object.keys(name).length > 0 && roles.length > 0 && body.reason !== ''}
      fault={command.fault}
      run={() => command.run(body)}
      close={close}
    >
      <Resumed {...resumed} />
      <AccountFields
        typed={typed}
        set={set}
        faults={command.byField}
        userHint={administration.idHint}
        offered={programRoles}
        withPartners={false}
      />
      <TextInput label={frame.reason} hint={frame.reasonHint} value={reason} onChange={set('reason')} lines={2} />
    </CommandForm>
  );
};

/** Accounts that programs sign in with. */
export const Programs = () => {
  const { accounts, administration, vocabulary } = useWords();
  const { list, number } = useFormats();
  const say = useBilingual();
  const { rows, isPending, more } = usePagedList(['programs'], (query) =>
    bodyOf(api.GET('/api/service-accounts', { params: { query } })),
  );
  return (
    <Room
      title={administration.programs}
      lead={accounts.programs.lead}
      actions={
        <Opener name={accounts.programs.make} kind="primary">
          {(close) => <MakeProgram close={close} />}
        </Opener>
      }
    >
      {isPending ? (
        <Skeleton rows={4} />
      ) : rows.length === 0 ? (
        <p className="quiet">{accounts.programs.none}</p>
      ) : (
        <Sheet
          label={administration.programs}
          head={[administration.name, accounts.user, accounts.roles, accounts.programs.keys, administration.state]}
        >
          {rows.map((one) => (
            <tr key={one.user}>
              <th scope="row">
                <Link to={`/administration/programs/${one.user}`}>
                  <bdi>{say(one.name) || one.user}</bdi>
                </Link>
              </th>
              <td>
                <bdi>{one.user}</bdi>
              </td>
              <td>{list(one.roles.map((role) => vocabulary.role[role]))}</td>
              <td>{number(one.keys.length)}</td>
              <td>{accounts.state[one.state]}</td>
            </tr>
          ))}
        </Sheet>
      )}
      <More more={more} />
    </Room>
  );
};
