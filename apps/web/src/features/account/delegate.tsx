import type { FormEvent } from 'react';
import { api, bodyOf } from '../../api/client.js';
import { useDraftedForm } from '../../app/drafted-form.js';
import type { Keyed } from '../../app/form-command.js';
import { useWords } from '../../app/reader.js';
import { useShownDay } from '../../app/shown-day.js';
import { Button } from '../../ui/button.js';
import { Checks } from '../../ui/checks.js';
import { DayInput } from '../../ui/day-input.js';
import { Dialog } from '../../ui/dialog.js';
import { Notice } from '../../ui/notice.js';
import { Resumed } from '../../ui/resumed.js';
import { TextInput } from '../../ui/text-input.js';

interface Body {
  readonly to: string;
  readonly what: string[];
  readonly since: string;
  readonly until: string;
  readonly reason?: string;
}
const make = (body: Body, keyed: Keyed) => bodyOf(api.POST('/api/delegations', { body, ...keyed }));

/** Rights lent to somebody between two days. */
export const Delegate = ({ close }: { readonly close: () => void }) => {
  const { account, frame } = useWords();
  const { delegation: words } = account;
  const { today } = useShownDay();
  const { typed, set, command, resumed } = useDraftedForm(
    'delegation',
    { to: '', what: [] as string[], since: today, until: '', reason: '' },
    make,
    { old: ['delegations'], then: close },
  );
  const { to, what, since, until, reason } = typed;
  const faultOfWhat = [...command.byField].find(([path]) => path.startsWith('what'))?.[1];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    command.run({ to: to.trim(), what, since, until, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) });
  };
  return (
    <Dialog title={words.make} isOpen close={close}>
      <form className="account-form" onSubmit={submit}>
        <Resumed {...resumed} />
        <TextInput
          label={words.to}
          hint={words.toHint}
          value={to}
          onChange={set('to')}
          fault={command.byField.get('to')}
          autoFocus
        />
        <Checks
          label={words.what}
          options={Object.entries(words.families).map(([id, name]) => ({ id, name }))}
          value={what}
          choose={set('what')}
          fault={faultOfWhat}
        />
        <DayInput label={words.since} value={since} choose={set('since')} fault={command.byField.get('since')} />
        <DayInput label={words.until} value={until} choose={set('until')} fault={command.byField.get('until')} />
        <TextInput label={frame.reason} hint={frame.reasonHint} value={reason} onChange={set('reason')} lines={2} />
        {command.fault !== undefined && <Notice tone="red">{command.fault}</Notice>}
        <p className="account-foot">
          <Button onPress={close}>{frame.cancel}</Button>
          <Button
            type="submit"
            kind="primary"
            isPending={command.isPending}
            isDisabled={to.trim() === '' || what.length === 0 || since === '' || until === ''}
          >
            {words.make}
          </Button>
        </p>
      </form>
    </Dialog>
  );
};
