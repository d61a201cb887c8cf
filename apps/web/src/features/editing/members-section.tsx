import { useDraft } from '../../app/commands/use-draft.js';
import { useNames } from '../../app/names.js';
import { useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { Choice } from '../../ui/choice.js';
import { TextInput } from '../../ui/text-input.js';
import type { Kind } from './initiative-draft.js';
import { SendingNotice } from './sending-notice.js';
import { useMembers, type Initiative } from './use-initiative.js';
import { useArrival, useSending, type Sending } from './use-sending.js';

const roles = ['member', 'lead', 'focal-point', 'reviewer', 'independent'] as const;

const AddMember = ({ about, sending }: { readonly about: string; readonly sending: Sending }) => {
  const { editing, vocabulary } = useWords();
  const form = `member ${about}`;
  const { draft, change, discard } = useDraft(form, { user: '', role: 'member' });
  const user = draft.user.trim();
  const send = () => {
    if (user !== '')
      void sending.send({ path: `/api/${about}/members`, body: { user, role: draft.role }, draft: form });
  };
  useArrival(sending, ({ intent }) => intent.draft === form && discard());
  return (
    <form
      className="editing-fields editing-add"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextInput
        label={editing.user}
        value={draft.user}
        onChange={(typed) => change({ user: typed })}
        fault={sending.byField.get('user')}
        autoComplete="off"
      />
      <Choice
        label={editing.role}
        options={roles.map((id) => ({ id, name: vocabulary.role[id] }))}
        value={draft.role}
        choose={(role) => change({ role })}
        fault={sending.byField.get('role')}
      />
      <Button type="submit" isDisabled={user === '' || sending.isKept} isPending={sending.isSending}>
        {editing.addMember}
      </Button>
    </form>
  );
};

/** Who works on an initiative by name, beside whoever works for its owner. */
export const MembersSection = ({ kind, initiative }: { readonly kind: Kind; readonly initiative: Initiative }) => {
  const { editing, vocabulary } = useWords();
  const { person } = useNames();
  const members = useMembers(kind, initiative.id) ?? [];
  const about = `${kind}/${initiative.id}`;
  const sending = useSending(`${about}/members`);
  return (
    <section className="panel" aria-labelledby="editing-members">
      <header>
        <h2 id="editing-members">{editing.members}</h2>
      </header>
      <SendingNotice of={sending} />
      {members.length === 0 && <p className="editing-none quiet">{editing.noMembers}</p>}
      <ul>
        {members.map(({ user, role, since }) => (
          <li key={user} className="editing-line">
            <div>
              <bdi>{person(user)}</bdi>
              <p className="quiet">
                {vocabulary.role[role]} · {editing.memberSince(since)}
              </p>
            </div>
            <Button
              size="small"
              kind="danger"
              aria-label={editing.removeMember(person(user))}
              onPress={() => void sending.send({ path: `/api/${about}/members/${user}/remove`, body: {} })}
            >
              {editing.removed}
            </Button>
          </li>
        ))}
      </ul>
      <AddMember about={about} sending={sending} />
    </section>
  );
};
