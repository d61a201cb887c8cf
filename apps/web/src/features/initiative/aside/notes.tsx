import { acknowledged } from '../../../app/commands/acknowledged.js';
import { isUnderWay } from '../../../app/commands/intent.js';
import { useCommand } from '../../../app/commands/use-command.js';
import { useNames } from '../../../app/names.js';
import { useDraft } from '../../../app/commands/use-draft.js';
import { useFormats, useWords } from '../../../app/reader.js';
import { useSession } from '../../../app/session.js';
import { Button } from '../../../ui/button.js';
import { TextInput } from '../../../ui/text-input.js';
import { CommandState } from '../decisions/command-state.js';
import { useShown } from '../shown.js';
import { isolated } from '../trail/trail-names.js';
import { mayWrite } from './may.js';
import { threadsOf, type Note, type Thread } from './note-list.js';

const Written = ({ note }: { readonly note: Note }) => {
  const { day } = useFormats();
  const { person } = useNames();
  return (
    <>
      <p className="trail-words">
        <bdi>{note.text}</bdi>
      </p>
      <p className="quiet">
        <bdi>{person(note.by)}</bdi> · {day(note.happenedOn)}
      </p>
    </>
  );
};

const OneThread = ({ thread }: { readonly thread: Thread }) => {
  const { initiative } = useWords();
  const { party, person } = useNames();
  const { to, given } = thread;
  const whom = to !== undefined && (to.includes(':') || to === 'cabinet') ? party(to) : to && person(to);
  return (
    <li>
      {whom !== undefined && <b>{initiative.notes.question(isolated(whom))}</b>}
      <Written note={thread} />
      {whom !== undefined && given.length === 0 && <p className="aside-open">{initiative.notes.unanswered}</p>}
      {given.map((answer) => (
        <div key={answer.version} className="aside-answer">
          <b>{initiative.notes.answers}</b>
          <Written note={answer} />
        </div>
      ))}
    </li>
  );
};

const AddNote = () => {
  const { initiative } = useWords();
  const { at } = useShown();
  const { entry, give } = useCommand(`${at.kind}/${at.id} note`);
  const form = `note ${at.kind}/${at.id}`;
  const { draft, change, discard } = useDraft(form, { text: '' });
  const { text } = draft;
  const isOnItsWay = entry !== undefined && isUnderWay(entry);
  const send = async () => {
    const note = { path: `/api/${at.kind}/${at.id}/notes`, body: { text: text.trim() }, draft: form };
    if (await acknowledged(give(note))) discard();
  };
  return (
    <form
      className="aside-body"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextInput label={initiative.notes.text} lines={2} value={text} onChange={(words) => change({ text: words })} />
      <CommandState entry={entry} />
      <Button type="submit" size="small" isDisabled={text.trim() === '' || isOnItsWay}>
        {initiative.notes.add}
      </Button>
    </form>
  );
};

/** Questions with their answers, and notes. */
export const Notes = () => {
  const { initiative } = useWords();
  const { events, isPast } = useShown();
  const session = useSession();
  const threads = threadsOf(events);
  return (
    <section className="panel" id="notes" aria-labelledby="notes-title">
      <header>
        <h2 id="notes-title">{initiative.notes.title}</h2>
      </header>
      {threads.length === 0 && <p className="aside-body quiet">{initiative.notes.none}</p>}
      <ul className="aside-list">
        {threads.map((thread) => (
          <OneThread key={thread.version} thread={thread} />
        ))}
      </ul>
      {!isPast && mayWrite(session) && <AddNote />}
    </section>
  );
};
