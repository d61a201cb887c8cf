import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../../api/client.js';
import { faultsByField, Refused } from '../../api/problem.js';
import { useWords } from '../../app/reader.js';
import { useScreenTitle } from '../../app/screen-title.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { isChosen, NewPasswordInputs, noPassword } from './new-password-inputs.js';
import './sign-in.css';

/** Twice the same, and what the house finds wrong with it. */
const ChoosePasswordForm = ({ keep }: { readonly keep: UseMutationResult<unknown, Error, string> }) => {
  const { signIn, frame } = useWords();
  const [chosen, choose] = useState(noPassword);
  const faults = keep.error instanceof Refused ? faultsByField(keep.error.problem) : new Map<string, string>();
  const send = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate(chosen.password);
  };
  return (
    <form className="sign-in-form" onSubmit={send}>
      {keep.error && faults.size === 0 && (
        <Notice tone="red">{keep.error instanceof Refused ? keep.error.problem.title : frame.away}</Notice>
      )}
      <NewPasswordInputs chosen={chosen} choose={choose} fault={faults.get('password')} autoFocus />
      <Button type="submit" kind="primary" isPending={keep.isPending} isDisabled={!isChosen(chosen)}>
        {signIn.keep}
      </Button>
    </form>
  );
};

/** The screen behind the link of an invitation or a reset, which opens once. */
const ChoosePassword = () => {
  const { signIn } = useWords();
  useScreenTitle(signIn.choosePassword);
  const { token = '' } = useParams();
  const keep = useMutation({
    mutationFn: (password: string) =>
      api.POST('/api/invitations/{token}', { params: { path: { token } }, body: { password } }),
  });
  return (
    <main className="sign-in">
      <section className="sign-in-card">
        <h1>{signIn.choosePassword}</h1>
        <p className="quiet">{signIn.choosePasswordLead}</p>
        {keep.isSuccess ? (
          <div className="sign-in-form">
            <Notice tone="accent">{signIn.kept}</Notice>
            <Link className="button button-primary" to="/">
              {signIn.enter}
            </Link>
          </div>
        ) : (
          <ChoosePasswordForm keep={keep} />
        )}
      </section>
    </main>
  );
};
export default ChoosePassword;
