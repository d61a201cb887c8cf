import { api, bodyOf } from '../../api/client.js';
import { useDraftedForm } from '../../app/drafted-form.js';
import type { Keyed } from '../../app/form-command.js';
import { useWords } from '../../app/reader.js';
import { Choice } from '../../ui/choice.js';
import { DayInput } from '../../ui/day-input.js';
import { Resumed } from '../../ui/resumed.js';
import { TextInput } from '../../ui/text-input.js';
import { CommandForm } from '../../ui/command-form.js';
import { Foreseen } from './foreseen.js';
import { usePlaces } from './places.js';

const everybody = 'everybody';
interface Body {
  readonly date: string;
  readonly off: boolean;
  readonly reason: string;
  readonly scope?: { readonly entity: string };
}

/** Says of one day that it is off or worked, for everybody or for one entity. */
export const SetDay = ({ id, close }: { readonly id: string; readonly close: () => void }) => {
  const { upkeep, frame } = useWords();
  const { calendar: words } = upkeep;
  const { entities } = usePlaces();
  const params = { path: { id } };
  const { typed, set, command, resumed } = useDraftedForm(
    `administration day ${id}`,
    { date: '', kind: 'off', scope: everybody, reason: '' },
    (body: Body, keyed: Keyed) => bodyOf(api.POST('/api/calendars/{id}/days', { params, body, ...keyed })),
    { old: ['calendars', 'portfolio', 'timeline'], then: close },
  );
  const { date, kind, scope, reason } = typed;
  const day = { date, off: kind === 'off', ...(scope === everybody ? {} : { scope: { entity: scope } }) };
  const body: Body = { ...day, reason: reason.trim() };
  return (
    <CommandForm
      send={words.set}
      isPending={command.isPending}
      isReady={date !== '' && body.reason !== ''}
      fault={command.fault}
      run={() => command.run(body)}
      close={close}
    >
      <Resumed {...resumed} />
      <DayInput label={words.date} value={date} choose={set('date')} fault={command.byField.get('date')} />
      <Choice
        label={words.kind}
        options={[
          { id: 'off', name: words.off },
          { id: 'on', name: words.on },
        ]}
        value={kind}
        choose={set('kind')}
      />
      <Choice
        label={words.scope}
        options={[{ id: everybody, name: words.everybody }, ...entities]}
        value={scope}
        choose={set('scope')}
        fault={command.byField.get('scope.entity')}
      />
      <TextInput
        label={frame.reason}
        hint={words.reasonHint}
        value={reason}
        onChange={set('reason')}
        fault={command.byField.get('reason')}
        lines={2}
      />
      {date !== '' && <Foreseen key={JSON.stringify(day)} calendar={id} day={day} />}
    </CommandForm>
  );
};
