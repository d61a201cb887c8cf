import { useState } from 'react';
import { api, bodyOf } from '../../api/client.js';
import { useFormCommand, type Keyed } from '../../app/form-command.js';
import { useWords } from '../../app/reader.js';
import { useShownDay } from '../../app/shown-day.js';
import { Choice } from '../../ui/choice.js';
import { DayInput } from '../../ui/day-input.js';
import { CommandForm } from '../../ui/command-form.js';
import { usePlaces } from './places.js';

/** Another entity takes the place of one, from a day on. */
export const SucceedEntity = ({ id, close }: { readonly id: string; readonly close: () => void }) => {
  const { administration } = useWords();
  const { entity: words } = administration;
  const { entities } = usePlaces();
  const { today } = useShownDay();
  const [by, setBy] = useState<string | null>(null);
  const [on, setOn] = useState(today);
  const params = { path: { id } };
  const command = useFormCommand(
    (body: { by: string; on: string }, keyed: Keyed) =>
      bodyOf(api.POST('/api/entities/{id}/succeed', { params, body, ...keyed })),
    { old: ['entities', 'portfolio', 'timeline'], then: close },
  );
  return (
    <CommandForm
      lead={words.succeedHint}
      send={words.succeed}
      isPending={command.isPending}
      isReady={by !== null && on !== ''}
      fault={command.fault}
      run={() => command.run({ by: by!, on })}
      close={close}
    >
      <Choice
        label={words.by}
        options={entities.filter((one) => one.id !== id)}
        value={by}
        choose={setBy}
        fault={command.byField.get('by')}
      />
      <DayInput label={administration.on} value={on} choose={setOn} fault={command.byField.get('on')} />
    </CommandForm>
  );
};
