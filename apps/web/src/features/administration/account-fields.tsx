import { useWords } from '../../app/reader.js';
import { TextInput } from '../../ui/text-input.js';
import { NameFields } from './name-fields.js';
import { StandingFields, type Role } from './standing-fields.js';

/** What is typed of a new account, of a person or of a program. */
export interface TypedAccount {
  readonly user: string;
  readonly ar: string;
  readonly en: string;
  readonly roles: Role[];
  readonly place: string;
}
/** The part of a form's `set` that is used here: the form may have more fields. */
interface SetAccount {
  (name: 'user' | 'ar' | 'en' | 'place'): (text: string) => void;
  (name: 'roles'): (roles: Role[]) => void;
}
interface Props {
  readonly typed: TypedAccount;
  readonly set: SetAccount;
  readonly faults: ReadonlyMap<string, string>;
  readonly userHint: string;
  readonly offered?: readonly Role[];
  readonly withPartners?: boolean;
}

/** The name to sign in with, what the account is called, its roles and its place. */
export const AccountFields = ({ typed, set, faults, userHint, ...offers }: Props) => {
  const { accounts } = useWords();
  return (
    <>
      <TextInput
        label={accounts.user}
        hint={userHint}
        value={typed.user}
        onChange={set('user')}
        fault={faults.get('user')}
        autoFocus
      />
      <NameFields typed={typed} set={set} fault={faults.get('name')} />
      <StandingFields
        roles={typed.roles}
        setRoles={set('roles')}
        place={typed.place}
        setPlace={set('place')}
        faults={faults}
        {...offers}
      />
    </>
  );
};
