import { useSuspenseQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, bodyOf } from '../../api/client.js';
import { useFormCommand, type Keyed } from '../../app/form-command.js';
import { useFormats, useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { TextInput } from '../../ui/text-input.js';
import { ToldOnce } from '../../ui/told-once.js';
import { pictureOf } from './picture.js';

const ask = () => bodyOf(api.GET('/api/session/second-factor'));
const begin = (body: { password: string }, keyed: Keyed) =>
  bodyOf(api.POST('/api/session/second-factor', { body, ...keyed }));
const confirm = (body: { code: string }, keyed: Keyed) =>
  bodyOf(api.POST('/api/session/second-factor/confirm', { body, ...keyed }));
const end = (body: { password: string; code: string }, keyed: Keyed) =>
  api.POST('/api/session/second-factor/end', { body, ...keyed });
const old = ['second-factor'];
type Secret = Awaited<ReturnType<typeof begin>>;

const Begin = ({ begun }: { readonly begun: (secret: Secret) => void }) => {
  const { account } = useWords();
  const [password, setPassword] = useState('');
  const command = useFormCommand(begin, { then: begun });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    command.run({ password });
  };
  return (
    <form className="account-form" onSubmit={submit}>
      <p>{account.factor.off}</p>
      <TextInput
        label={account.password.current}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        fault={command.byField.get('password')}
      />
      {command.fault !== undefined && <Notice tone="red">{command.fault}</Notice>}
      <p>
        <Button type="submit" isPending={command.isPending} isDisabled={password === ''}>
          {account.factor.begin}
        </Button>
      </p>
    </form>
  );
};

const Confirm = ({
  secret,
  turnedOn,
}: {
  readonly secret: Secret;
  readonly turnedOn: (codes: readonly string[]) => void;
}) => {
  const { factor: words } = useWords().account;
  const { plainDigits } = useFormats();
  const [code, setCode] = useState('');
  const command = useFormCommand(confirm, { then: ({ recoveryCodes }) => turnedOn(recoveryCodes) });
  const { path, side } = pictureOf(secret.uri);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    command.run({ code: plainDigits(code).trim() });
  };
  return (
    <form className="account-form" onSubmit={submit}>
      <p>{words.scan}</p>
      <svg className="account-picture" viewBox={`-4 -4 ${side + 8} ${side + 8}`} role="img" aria-label={words.picture}>
        <path d={path} />
      </svg>
      <ToldOnce label={words.secret} value={secret.secret} />
      <TextInput
        label={words.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
        fault={command.byField.get('code')}
      />
      {command.fault !== undefined && <Notice tone="red">{command.fault}</Notice>}
      <p>
        <Button type="submit" kind="primary" isPending={command.isPending} isDisabled={code.trim() === ''}>
          {words.confirm}
        </Button>
      </p>
    </form>
  );
};

const End = ({ left }: { readonly left: number }) => {
  const { account } = useWords();
  const { factor: words } = account;
  const { plainDigits } = useFormats();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const command = useFormCommand(end, { old });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    command.run({ password, code: plainDigits(code).trim() });
  };
  return (
    <form className="account-form" onSubmit={submit}>
      <p>
        {words.on} {words.left(left)}
      </p>
      <TextInput
        label={account.password.current}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        fault={command.byField.get('password')}
      />
      <TextInput label={words.endCode} value={code} onChange={setCode} fault={command.byField.get('code')} />
      {command.fault !== undefined && <Notice tone="red">{command.fault}</Notice>}
      <p>
        <Button type="submit" kind="danger" isPending={command.isPending} isDisabled={password === '' || code === ''}>
          {words.end}
        </Button>
      </p>
    </form>
  );
};

/** A code beside the password: set up, confirmed by a first code, and turned off by both. */
export const SecondFactor = () => {
  const { factor: words } = useWords().account;
  const { data, refetch } = useSuspenseQuery({ queryKey: old, queryFn: ask });
  const [secret, setSecret] = useState<Secret>();
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes)
    return (
      <div className="account-form">
        <ToldOnce label={words.recovery} value={codes.join(' ')} />
        <p>
          <Button
            kind="primary"
            onPress={() => {
              setCodes(undefined);
              setSecret(undefined);
              void refetch();
            }}
          >
            {words.kept}
          </Button>
        </p>
      </div>
    );
  if (secret) return <Confirm secret={secret} turnedOn={setCodes} />;
  return data.state === 'on' ? <End left={data.recoveryCodes} /> : <Begin begun={setSecret} />;
};
