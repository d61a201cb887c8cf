import { api, bodyOf } from '../../api/client.js';
import { useDraftedForm } from '../../app/drafted-form.js';
import type { Keyed } from '../../app/form-command.js';
import { useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { Resumed } from '../../ui/resumed.js';
import { TextInput } from '../../ui/text-input.js';
import { ToldOnce } from '../../ui/told-once.js';
import { CommandForm } from '../../ui/command-form.js';
import { AccountFields, type TypedAccount } from './account-fields.js';
import { bilingualOf, filled } from './names-form.js';
import { placeFields } from './places.js';
import type { Role } from './standing-fields.js';

interface Invited {
  readonly user: string;
  readonly invitation: { readonly token: string; readonly expiresAt: string };
}

/** The link behind which a password is chosen: told once, to be handed over. */
export const InvitationLink = ({ of, close }: { readonly of: Invited; readonly close: () => void }) => {
  const { accounts, frame } = useWords();
  return (
    <div className="command-form">
      <p>{accounts.invited(of.user)}</p>
      <ToldOnce
        label={accounts.link}
        value={`${location.origin}/invitations/${of.invitation.token}`}
        until={accounts.linkUntil(of.invitation.expiresAt)}
      />
      <p className="quiet">{accounts.linkHint}</p>
      <p className="command-form-foot">
        <Button kind="primary" onPress={close}>
          {frame.done}
        </Button>
      </p>
    </div>
  );
};

type Body = Parameters<typeof post>[0];
const post = (
  body: {
    user: string;
    name: { ar?: string; en?: string };
    roles: Role[];
    entity?: string;
    partner?: string;
    mail?: string;
  },
  keyed: Keyed,
) => bodyOf(api.POST('/api/people', { body, ...keyed }));

interface Typed extends TypedAccount {
  readonly mail: string;
}
const blank: Typed = { user: '', ar: '', en: '', mail: '', roles: [], place: '' };

/** Somebody new: a name, roles and a place; the answer is a link. */
export const Invite = ({ close }: { readonly close: () => void }) => {
  const { accounts } = useWords();
  const { typed, set, command, resumed } = useDraftedForm<Typed, Body, Invited>('administration invite', blank, post, {
    old: ['people', 'session'],
  });
  const { user, ar, en, mail, roles, place } = typed;
  if (command.answer) return <InvitationLink of={command.answer} close={close} />;
  const name = bilingualOf(ar, en);
  const body = { user: user.trim(), name, roles, ...placeFields(place), ...filled({ mail }) };
  return (
    <CommandForm
      send={accounts.invite}
      isPending={command.isPending}
      isReady={body.user !== '' && Object.keys(name).length > 0 && roles.length > 0}
      fault={command.fault}
      run={() => command.run(body)}
      close={close}
    >
      <Resumed {...resumed} />
      <AccountFields typed={typed} set={set} faults={command.byField} userHint={accounts.userHint} />
      <TextInput
        label={accounts.mail}
        hint={accounts.mailHint}
        type="email"
        value={mail}
        onChange={set('mail')}
        fault={command.byField.get('mail')}
      />
    </CommandForm>
  );
};
