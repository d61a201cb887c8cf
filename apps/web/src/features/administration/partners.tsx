import { api, bodyOf } from '../../api/client.js';
import { useDraftedForm } from '../../app/drafted-form.js';
import type { Keyed } from '../../app/form-command.js';
import { useBilingual, useWords } from '../../app/reader.js';
import { usePagedList } from '../../app/paged-list.js';
import { Resumed } from '../../ui/resumed.js';
import { TextInput } from '../../ui/text-input.js';
import { BodiesRoom } from './bodies-room.js';
import { CommandForm } from '../../ui/command-form.js';
import { ReasonForm } from './reason-form.js';
import { NameFields } from './name-fields.js';
import { bilingualOf, filled } from './names-form.js';
import { Opener, useMayChange } from './room.js';

const blank = { ar: '', en: '', id: '' };
const register = (body: { name: { ar?: string; en?: string }; id?: string }, keyed: Keyed) =>
  bodyOf(api.POST('/api/partners', { body, ...keyed }));

const RegisterPartner = ({ close }: { readonly close: () => void }) => {
  const { administration } = useWords();
  const { typed, set, command, resumed } = useDraftedForm('administration partner', blank, register, {
    old: ['partners'],
    then: close,
  });
  const { ar, en, id } = typed;
  const name = bilingualOf(ar, en);
  return (
    <CommandForm
      send={administration.partner.register}
      isPending={command.isPending}
      isReady={Object.keys(name).length > 0}
      fault={command.fault}
      run={() => command.run({ name, ...filled({ id }) })}
      close={close}
    >
      <Resumed {...resumed} />
      <NameFields typed={typed} set={set} fault={command.byField.get('name')} autoFocus />
      <TextInput
        label={administration.id}
        hint={`${administration.idHint}. ${administration.idMade}`}
        value={id}
        onChange={set('id')}
        fault={command.byField.get('id')}
      />
    </CommandForm>
  );
};

const Suspend = ({ id, name }: { readonly id: string; readonly name: string }) => {
  const { partner: words } = useWords().administration;
  const params = { path: { id } };
  return (
    <Opener
      name={words.suspend}
      title={words.suspendTitle(name)}
      label={`${words.suspend}: ${name}`}
      kind="danger"
      size="small"
    >
      {(close) => (
        <ReasonForm
          form={`suspend ${id}`}
          lead={words.suspendHint}
          send={words.suspend}
          old={['partners', 'commitments']}
          isDanger
          act={(body, keyed) => bodyOf(api.POST('/api/partners/{id}/suspend', { params, body, ...keyed }))}
          close={close}
        />
      )}
    </Opener>
  );
};

const page = (query: { limit: number; cursor?: string }) => bodyOf(api.GET('/api/partners', { params: { query } }));
type Partner = Awaited<ReturnType<typeof page>>['items'][number];

const PartnerRow = ({ one: { id, name, status, suspended } }: { readonly one: Partner }) => {
  const { partner: words } = useWords().administration;
  const say = useBilingual();
  const mayChange = useMayChange();
  return (
    <tr>
      <th scope="row">
        <bdi>{say(name)}</bdi>
      </th>
      <td>
        <bdi>{id}</bdi>
      </td>
      <td>
        {suspended ? words.suspended(suspended.on) : words.active}
        {suspended && (
          <small className="quiet">
            {' '}
            <bdi>{suspended.reason}</bdi>
          </small>
        )}
      </td>
      {mayChange && <td>{status === 'active' && <Suspend id={id} name={say(name)} />}</td>}
    </tr>
  );
};

/** The register of private partners. */
export const Partners = () => {
  const { administration } = useWords();
  const { partner: words } = administration;
  return (
    <BodiesRoom
      title={administration.partners}
      words={words}
      list={usePagedList(['partners', 'register'], page)}
      columns={[administration.state]}
      row={(one) => <PartnerRow key={one.id} one={one} />}
      form={(close) => <RegisterPartner close={close} />}
    />
  );
};
