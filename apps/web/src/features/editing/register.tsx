import { useNavigate } from 'react-router';
import { useDraft } from '../../app/commands/use-draft.js';
import { useWords } from '../../app/reader.js';
import { useScreenTitle } from '../../app/screen-title.js';
import { useSession } from '../../app/session.js';
import { Button } from '../../ui/button.js';
import './editing.css';
import { missingOf, register, type RegisterDraft } from './initiative-draft.js';
import { RegisterFields } from './register-fields.js';
import { Resumed } from '../../ui/resumed.js';
import { SendingNotice } from './sending-notice.js';
import { useArrival, useSending } from './use-sending.js';

const empty = (owner: string): RegisterDraft => ({
  kind: 'projects',
  ar: '',
  en: '',
  owner,
  startedOn: '',
  lawPath: '',
  audience: 'portfolio',
  isDraft: true,
});

const form = 'register';

/** A new initiative. What is typed stays on this device until it is registered. */
const Register = () => {
  const { editing } = useWords();
  useScreenTitle(editing.registerTitle);
  const { entity = '' } = useSession();
  const go = useNavigate();
  const { draft, isResumed, change, discard } = useDraft(form, empty(entity));
  const sending = useSending('register');
  const missing = missingOf(draft);
  const send = () => {
    if (missing === undefined && !sending.isSending) void sending.send({ ...register(draft), draft: form });
  };
  useArrival(sending, ({ intent, arrival }) => {
    discard();
    void sending.dismiss();
    void go(`/initiatives/${intent.path.slice('/api/'.length)}/${arrival.id ?? ''}/edit`);
  });
  return (
    <div className="screen editing">
      <h1>{editing.registerTitle}</h1>
      <p className="quiet">{editing.registerLead}</p>
      <form
        className="panel editing-form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Resumed isResumed={isResumed} discard={discard} />
        <SendingNotice of={sending} />
        <RegisterFields draft={draft} change={change} faults={sending.byField} />
        <div className="editing-end">
          <Button
            kind="primary"
            type="submit"
            isDisabled={missing !== undefined || sending.isKept}
            isPending={sending.isSending}
          >
            {editing.enter}
          </Button>
          {missing !== undefined && <span className="hint">{editing.missing[missing]}</span>}
        </div>
      </form>
    </div>
  );
};
export default Register;
