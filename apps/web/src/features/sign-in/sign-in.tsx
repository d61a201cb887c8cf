import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useSearchParams } from 'react-router';
import { api, bodyOf } from '../../api/client.js';
import { Refused } from '../../api/problem.js';
import { ReaderSwitches } from '../../app/reader-switches.js';
import { useFormats, useWords } from '../../app/reader.js';
import { useScreenTitle } from '../../app/screen-title.js';
import { useSigned } from '../../app/session.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { TextInput } from '../../ui/text-input.js';
import { beginElsewhere, refusedBecause } from './elsewhere.js';
import './sign-in.css';

const asksForCode = (fault: unknown): boolean =>
  fault instanceof Refused && ['session/code-required', 'session/wrong-code'].includes(fault.problem.code);

interface Credentials {
  readonly user: string;
  readonly password: string;
  readonly code?: string;
}

const useSigningIn = () => {
  const signed = useSigned();
  return useMutation({
    mutationFn: async (body: Credentials) => {
      await api.POST('/api/session', { body });
      await signed.signedIn();
    },
  });
};

/** Asked for only of those who have a second factor, once the password was right. */
const CodeInput = ({ value, onChange }: { readonly value: string; readonly onChange: (code: string) => void }) => {
  const { signIn } = useWords();
  return (
    <TextInput
      label={signIn.code}
      hint={signIn.codeHint}
      name="code"
      inputMode="numeric"
      autoComplete="one-time-code"
      value={value}
      onChange={onChange}
      autoFocus
    />
  );
};

const SignInForm = ({ again }: { readonly again: string | undefined }) => {
  const { signIn, frame } = useWords();
  const { plainDigits } = useFormats();
  const [user, setUser] = useState(again ?? '');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const enter = useSigningIn();
  const send = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate({ user: user.trim(), password, ...(code === '' ? {} : { code: plainDigits(code) }) });
  };
  return (
    <form className="sign-in-form" onSubmit={send}>
      {again !== undefined && <Notice tone="amber">{signIn.ended}</Notice>}
      {enter.error && (
        <Notice tone="red">{enter.error instanceof Refused ? enter.error.problem.title : frame.away}</Notice>
      )}
      <TextInput
        label={signIn.user}
        name="user"
        autoComplete="username"
        value={user}
        onChange={setUser}
        isReadOnly={again !== undefined}
        autoFocus={again === undefined}
      />
      <TextInput
        label={signIn.password}
        name="password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        autoFocus={again !== undefined}
      />
      {(code !== '' || asksForCode(enter.error)) && <CodeInput value={code} onChange={setCode} />}
      <Button
        type="submit"
        kind="primary"
        isPending={enter.isPending}
        isDisabled={user.trim() === '' || password === ''}
      >
        {signIn.enter}
      </Button>
    </form>
  );
};

/** Shown where a provider is set: the browser leaves the page and comes back to it. */
const Elsewhere = () => {
  const { signIn } = useWords();
  const { data } = useQuery({
    queryKey: ['ways-in'],
    queryFn: () => bodyOf(api.GET('/api/session/oidc/offered')),
    staleTime: Infinity,
  });
  if (!data?.offered) return null;
  return (
    <div className="sign-in-elsewhere">
      <p className="quiet">{signIn.or}</p>
      <Button onPress={() => location.assign(beginElsewhere(location))} aria-describedby="sign-in-elsewhere-hint">
        {signIn.elsewhere}
      </Button>
      <p className="quiet" id="sign-in-elsewhere-hint">
        {signIn.elsewhereHint}
      </p>
    </div>
  );
};

/** Why somebody who came back from the provider was not let in: said once, and gone from the address. */
const Refusal = () => {
  const { signIn } = useWords();
  const [search, setSearch] = useSearchParams();
  const [came] = useState(location.search);
  const isTold = search.has('refused');
  useEffect(() => {
    if (!isTold) return;
    setSearch(
      (now) => {
        now.delete('refused');
        return now;
      },
      { replace: true },
    );
  }, [isTold, setSearch]);
  const because = refusedBecause(came, signIn);
  return because === undefined ? null : <Notice tone="red">{because}</Notice>;
};

const Card = ({ again }: { readonly again: string | undefined }) => {
  const { signIn, frame } = useWords();
  return (
    <section className="sign-in-card" aria-labelledby="sign-in-title">
      <header>
        <p className="sign-in-name">{frame.masar}</p>
        <ReaderSwitches />
      </header>
      {again === undefined ? <h1 id="sign-in-title">{signIn.title}</h1> : <h2 id="sign-in-title">{signIn.title}</h2>}
      <p className="quiet">{signIn.lead}</p>
      {again === undefined && <Refusal />}
      <SignInForm again={again} />
      <Elsewhere />
    </section>
  );
};

/** The door. */
export const SignIn = () => {
  useScreenTitle(useWords().signIn.title);
  return (
    <main className="sign-in">
      <Card again={undefined} />
    </main>
  );
};

/** The door over a screen whose session ended, and over any window that is open there: the same person goes on where he was. */
export const SignInAgain = ({ user }: { readonly user: string }) => (
  <ModalOverlay className="sign-in sign-in-over" isOpen isKeyboardDismissDisabled>
    <Modal>
      <Dialog aria-labelledby="sign-in-title">
        <Card again={user} />
      </Dialog>
    </Modal>
  </ModalOverlay>
);
