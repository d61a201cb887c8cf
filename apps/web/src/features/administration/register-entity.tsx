import { api, bodyOf } from '../../api/client.js';
import { useDraftedForm } from '../../app/drafted-form.js';
import type { Keyed } from '../../app/form-command.js';
import { useWords } from '../../app/reader.js';
import { Choice } from '../../ui/choice.js';
import { Resumed } from '../../ui/resumed.js';
import { TextInput } from '../../ui/text-input.js';
import { useCalendars } from './calendar-asked.js';
import { CommandForm } from '../../ui/command-form.js';
import { NameFields } from './name-fields.js';
import { bilingualOf, filled } from './names-form.js';
import { usePlaces } from './places.js';

const none = 'none';
const blank = { id: '', ar: '', en: '', jurisdiction: '', zone: '', sector: '', calendar: '', parent: '' };
interface Body {
  readonly name: { ar?: string; en?: string };
  readonly jurisdiction: string;
  readonly id?: string;
  readonly zone?: string;
  readonly calendar?: string;
  readonly parent?: string;
  readonly sector?: string;
}

const register = (body: Body, keyed: Keyed) => bodyOf(api.POST('/api/entities', { body, ...keyed }));

/** A government body, with the country whose days it counts. */
export const RegisterEntity = ({ close }: { readonly close: () => void }) => {
  const { administration } = useWords();
  const { entity: words } = administration;
  const { entities } = usePlaces();
  const { options: calendars } = useCalendars();
  const {
    typed: fields,
    set,
    command,
    resumed,
  } = useDraftedForm('administration entity', blank, register, { old: ['entities'], then: close });
  const { ar, en, jurisdiction, ...rest } = fields;
  const name = bilingualOf(ar, en);
  const input = (field: 'id' | 'jurisdiction' | 'zone' | 'sector', label: string, hint?: string) => (
    <TextInput
      label={label}
      hint={hint}
      value={fields[field]}
      onChange={set(field)}
      fault={command.byField.get(field)}
    />
  );
  return (
    <CommandForm
      send={words.register}
      isPending={command.isPending}
      isReady={Object.keys(name).length > 0 && jurisdiction.trim() !== ''}
      fault={command.fault}
      run={() => command.run({ name, jurisdiction: jurisdiction.trim(), ...filled(rest) })}
      close={close}
    >
      <Resumed {...resumed} />
      <NameFields typed={fields} set={set} fault={command.byField.get('name')} autoFocus />
      {input('jurisdiction', words.jurisdiction, words.jurisdictionHint)}
      <Choice
        label={words.calendar}
        options={[{ id: none, name: words.calendarDefault }, ...calendars]}
        value={fields.calendar || none}
        choose={(id) => set('calendar')(id === none ? '' : id)}
        fault={command.byField.get('calendar')}
      />
      <Choice
        label={words.parent}
        options={[{ id: none, name: words.noParent }, ...entities]}
        value={fields.parent || none}
        choose={(id) => set('parent')(id === none ? '' : id)}
        fault={command.byField.get('parent')}
      />
      {input('sector', words.sector)}
      {input('zone', words.zone, words.zoneHint)}
      {input('id', administration.id, `${administration.idHint}. ${administration.idMade}`)}
    </CommandForm>
  );
};
