import { useState } from 'react';
import { api, bodyOf } from '../../api/client.js';
import { useDraftedForm } from '../../app/drafted-form.js';
import type { Keyed } from '../../app/form-command.js';
import { useWords } from '../../app/reader.js';
import { Resumed } from '../../ui/resumed.js';
import { TextInput } from '../../ui/text-input.js';
import { CommandForm } from '../../ui/command-form.js';
import { ReasonForm } from './reason-form.js';
import { InvitationLink } from './invite.js';
import type { PersonRecord } from './person-record.js';
import { placeFields, placeOf } from './places.js';
import { Opener } from './room.js';
import { StandingFields, type Role } from './standing-fields.js';

interface Props {
  readonly person: PersonRecord;
  readonly close: () => void;
}
const old = ['people', 'session'];

const ChangeStanding = ({ person, close }: Props) => {
  const { accounts, frame } = useWords();
  const path = { user: person.user };
  const { typed, set, command, resumed } = useDraftedForm(
    `administration standing ${person.user}`,
    { roles: [...person.roles] as Role[], place: placeOf(person), reason: '' },
    (body: { roles: Role[]; entity?: string; partner?: string; reason: string }, keyed: Keyed) =>
      bodyOf(api.POST('/api/people/{user}/roles', { params: { path }, body, ...keyed })),
    { old, then: close },
  );
  const { roles, place, reason } = typed;
  return (
    <CommandForm
      lead={accounts.changeHint}
      send={accounts.change}
      isPending={command.isPending}
      isReady={roles.length > 0 && reason.trim() !== ''}
      fault={command.fault}
      run={() => command.run({ roles, ...placeFields(place), reason: reason.trim() })}
      close={close}
    >
      <Resumed {...resumed} />
      <StandingFields
        roles={roles}
        setRoles={set('roles')}
        place={place}
        setPlace={set('place')}
        faults={command.byField}
      />
      <TextInput
        label={frame.reason}
        hint={frame.reasonHint}
        value={reason}
        onChange={set('reason')}
        fault={command.byField.get('reason')}
        lines={2}
      />
    </CommandForm>
  );
};

const Reset = ({ person, close }: Props) => {
  const { accounts } = useWords();
  const [link, setLink] = useState<Parameters<typeof InvitationLink>[0]['of']>();
  const path = { user: person.user };
  if (link) return <InvitationLink of={link} close={close} />;
  return (
    <ReasonForm
      form={`reset ${person.user}`}
      lead={accounts.resetHint}
      send={accounts.reset}
      old={old}
      act={(body, keyed) => bodyOf(api.POST('/api/people/{user}/reset', { params: { path }, body, ...keyed }))}
      then={setLink}
      close={close}
    />
  );
};

const Disable = ({ person, close }: Props) => {
  const { accounts } = useWords();
  const params = { path: { user: person.user } };
  return person.state === 'disabled' ? (
    <ReasonForm
      form={`enable ${person.user}`}
      lead={accounts.enableHint}
      send={accounts.enable}
      old={old}
      act={(body, keyed) => bodyOf(api.POST('/api/people/{user}/enable', { params, body, ...keyed }))}
      close={close}
    />
  ) : (
    <ReasonForm
      form={`disable ${person.user}`}
      lead={accounts.disableHint}
      send={accounts.disable}
      old={old}
      isDanger
      act={(body, keyed) => bodyOf(api.POST('/api/people/{user}/disable', { params, body, ...keyed }))}
      close={close}
    />
  );
};

const ResetFactor = ({ person, close }: Props) => {
  const { accounts } = useWords();
  const params = { path: { user: person.user } };
  return (
    <ReasonForm
      form={`second factor ${person.user}`}
      lead={accounts.resetFactorHint}
      send={accounts.resetFactor}
      old={old}
      act={(body, keyed) => bodyOf(api.POST('/api/people/{user}/second-factor/reset', { params, body, ...keyed }))}
      close={close}
    />
  );
};

/** What an administrator does about an account of somebody else. */
export const PersonCommands = ({ person }: { readonly person: PersonRecord }) => {
  const { accounts } = useWords();
  const isDisabled = person.state === 'disabled';
  return (
    <>
      <Opener name={accounts.change}>{(close) => <ChangeStanding person={person} close={close} />}</Opener>
      {!isDisabled && <Opener name={accounts.reset}>{(close) => <Reset person={person} close={close} />}</Opener>}
      <Opener name={accounts.resetFactor}>{(close) => <ResetFactor person={person} close={close} />}</Opener>
      <Opener name={isDisabled ? accounts.enable : accounts.disable} kind={isDisabled ? 'plain' : 'danger'}>
        {(close) => <Disable person={person} close={close} />}
      </Opener>
    </>
  );
};
