import { api, bodyOf } from '../../api/client.js';
import { useDraftedForm } from '../../app/drafted-form.js';
import type { Keyed } from '../../app/form-command.js';
import { useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { Checks } from '../../ui/checks.js';
import { DayInput } from '../../ui/day-input.js';
import { Resumed } from '../../ui/resumed.js';
import { TextInput } from '../../ui/text-input.js';
import { ToldOnce } from '../../ui/told-once.js';
import { CommandForm } from '../../ui/command-form.js';
import { useRights } from './rights.js';

const blank = { scopes: [] as string[], expiresOn: '', reason: '' };

/** A key for some rights and a time; the answer is the only time it is shown. */
export const MakeKey = ({ user, close }: { readonly user: string; readonly close: () => void }) => {
  const { accounts, frame } = useWords();
  const rights = useRights();
  const params = { path: { user } };
  const { typed, set, command, resumed } = useDraftedForm(
    `administration key ${user}`,
    blank,
    (body: { scopes: string[]; expiresOn: string; reason: string }, keyed: Keyed) =>
      bodyOf(api.POST('/api/service-accounts/{user}/keys', { params, body, ...keyed })),
    { old: ['programs'] },
  );
  const { scopes, expiresOn, reason } = typed;
  if (command.answer)
    return (
      <div className="command-form">
        <p>{accounts.programs.keyMade}</p>
        <ToldOnce
          label={accounts.programs.key}
          value={command.answer.key}
          until={accounts.programs.keyUntil(command.answer.expiresAt)}
        />
        <p className="command-form-foot">
          <Button kind="primary" onPress={close}>
            {frame.done}
          </Button>
        </p>
      </div>
    );
  const faultOfScopes = [...command.byField].find(([path]) => path.startsWith('scopes'))?.[1];
  return (
    <CommandForm
      send={accounts.programs.makeKey}
      isPending={command.isPending}
      isReady={scopes.length > 0 && expiresOn !== '' && reason.trim() !== ''}
      fault={command.fault}
      run={() => command.run({ scopes, expiresOn, reason: reason.trim() })}
      close={close}
    >
      <Resumed {...resumed} />
      <Checks
        label={accounts.programs.scopes}
        hint={accounts.programs.scopesHint}
        options={rights}
        value={scopes}
        choose={set('scopes')}
        fault={faultOfScopes}
      />
      <DayInput
        label={accounts.programs.expiresOn}
        hint={accounts.programs.expiresHint}
        value={expiresOn}
        choose={set('expiresOn')}
        fault={command.byField.get('expiresOn')}
      />
      <TextInput label={frame.reason} hint={frame.reasonHint} value={reason} onChange={set('reason')} lines={2} />
    </CommandForm>
  );
};
