import { useState, type FormEvent } from 'react';
import { api } from '../../api/client.js';
import { useFormCommand, type Keyed } from '../../app/form-command.js';
import { useWords } from '../../app/reader.js';
import { useSigned } from '../../app/session.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { TextInput } from '../../ui/text-input.js';
import { isChosen, NewPasswordInputs, noPassword } from '../sign-in/new-password-inputs.js';

const change = (body: { current: string; password: string }, keyed: Keyed) =>
  api.POST('/api/session/password', { body, ...keyed });

/** Another password; every session ends with the old one, so the door is next. */
export const Password = () => {
  const { account } = useWords();
  const { signedOut } = useSigned();
  const [current, setCurrent] = useState('');
  const [chosen, choose] = useState(noPassword);
  const command = useFormCommand(change, { then: signedOut });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    command.run({ current, password: chosen.password });
  };
  return (
    <form className="account-form" onSubmit={submit}>
      <TextInput
        label={account.password.current}
        type="password"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        fault={command.byField.get('current')}
      />
      <NewPasswordInputs chosen={chosen} choose={choose} fault={command.byField.get('password')} />
      {command.fault !== undefined && <Notice tone="red">{command.fault}</Notice>}
      <p>
        <Button type="submit" isPending={command.isPending} isDisabled={current === '' || !isChosen(chosen)}>
          {account.password.change}
        </Button>
      </p>
    </form>
  );
};
