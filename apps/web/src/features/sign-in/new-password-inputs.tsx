import { useWords } from '../../app/reader.js';
import { TextInput } from '../../ui/text-input.js';

/** A password as it is chosen: twice, since nobody sees what is typed. */
export interface ChosenPassword {
  readonly password: string;
  readonly repeated: string;
}
export const noPassword: ChosenPassword = { password: '', repeated: '' };
export const isChosen = ({ password, repeated }: ChosenPassword): boolean => password !== '' && password === repeated;

interface Props {
  readonly chosen: ChosenPassword;
  readonly choose: (chosen: ChosenPassword) => void;
  /** What the house finds wrong with it. */
  readonly fault: string | undefined;
  readonly autoFocus?: boolean;
}

export const NewPasswordInputs = ({ chosen, choose, fault, autoFocus = false }: Props) => {
  const { signIn } = useWords();
  const { password, repeated } = chosen;
  const differs = repeated !== '' && repeated !== password;
  return (
    <>
      <TextInput
        label={signIn.newPassword}
        hint={signIn.passwordHint}
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={(typed) => choose({ ...chosen, password: typed })}
        fault={fault}
        autoFocus={autoFocus}
      />
      <TextInput
        label={signIn.repeatPassword}
        type="password"
        autoComplete="new-password"
        value={repeated}
        onChange={(typed) => choose({ ...chosen, repeated: typed })}
        fault={differs ? signIn.notTheSame : undefined}
      />
    </>
  );
};
