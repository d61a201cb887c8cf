import { useRef, useState, type FormEvent } from 'react';
import { isUnderWay } from '../../app/commands/intent.js';
import { useCommand } from '../../app/commands/use-command.js';
import { useDraft } from '../../app/commands/use-draft.js';
import { useBilingual, useWords } from '../../app/reader.js';
import { laterBy } from '../../chart/scale.js';
import { Button } from '../../ui/button.js';
import { closesBy } from '../../ui/closes-by.js';
import { TextInput } from '../../ui/text-input.js';
import { Outcome } from '../inbox/outcome.js';
import type { Whole } from './asked.js';
import { bookedOf } from './booked.js';
import './booked-days.css';

type Entry = ReturnType<typeof bookedOf<Whole['for']['booked'][number], Whole>>[number];

const Contest = ({
  of,
  command,
  close,
}: {
  readonly of: Entry;
  readonly command: ReturnType<typeof useCommand>;
  readonly close: () => void;
}) => {
  const { commitments } = useWords();
  const name = `contest ${of.initiative} ${of.from}`;
  const form = useDraft(name, { reason: '' });
  const [asked, setAsked] = useState(false);
  const isMissing = form.draft.reason.trim() === '';
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (isMissing) return;
    const body = { party: `partner:${of.partner}`, from: of.from, to: of.to, reason: form.draft.reason };
    void command.give({ path: `/api/${of.initiative}/contests`, body, draft: name }).then(
      () => {
        form.discard();
        close();
      },
      // The refusal is shown in place, by what became of the command.
      () => undefined,
    );
  };
  return (
    <form className="booked-contest" onSubmit={send} onKeyDown={closesBy(close)} noValidate>
      <TextInput
        label={commitments.contestWhy}
        hint={commitments.contestStays}
        lines={2}
        value={form.draft.reason}
        onChange={(reason) => form.change({ reason })}
        fault={asked && isMissing ? commitments.required : undefined}
        autoFocus
      />
      <div className="commitment-buttons">
        <Button
          type="submit"
          kind="primary"
          size="small"
          isDisabled={command.entry !== undefined && isUnderWay(command.entry)}
        >
          {commitments.contestSend}
        </Button>
        <Button kind="quiet" size="small" onPress={close}>
          {commitments.cancel}
        </Button>
      </div>
    </form>
  );
};

/** On what it rests, where no cause was said. */
const bySource = (words: ReturnType<typeof useWords>['commitments']) => ({
  derived: words.sourceDerived,
  recorded: words.sourceRecorded,
  ruling: words.sourceRuling,
});

const BookedEntry = ({ of }: { readonly of: Entry }) => {
  const { commitments, vocabulary } = useWords();
  const say = useBilingual();
  const command = useCommand(`${of.initiative}/contests/${of.from}`);
  const [isContesting, setContesting] = useState(false);
  const place = useRef<HTMLLIElement>(null);
  const close = () => {
    setContesting(false);
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus());
  };
  const { contest } = of;
  const name = [say(of.told.for.title), say(of.held?.title)].filter((part) => part !== '').join(' · ');
  // The end of an entry is not counted in: the last day booked is the one before.
  const last = laterBy(of.to, -1);
  const days = last === of.from ? commitments.oneDay(of.from) : commitments.fromTo(of.from, last);
  const why =
    of.cause === null || of.cause === 'unstated' ? bySource(commitments)[of.source] : vocabulary.cause[of.cause];
  return (
    <li ref={place} className="booked-entry">
      <div className="booked-what">
        <b>{days}</b>
        <span>
          {name !== '' && (
            <>
              <bdi>{name}</bdi> ·{' '}
            </>
          )}
          {why}
        </span>
      </div>
      <div className="booked-amount">
        <b>{vocabulary.days(of.days)}</b>
        <small>{commitments.workDays(of.workingDays)}</small>
      </div>
      {contest !== null ? (
        <span className={`booked-state booked-${contest.state}`}>{commitments.contested[contest.state]}</span>
      ) : isContesting ? null : (
        <Button
          size="small"
          aria-expanded={false}
          aria-label={`${commitments.contest}: ${days}`}
          onPress={() => setContesting(true)}
        >
          {commitments.contest}
        </Button>
      )}
      {isContesting && contest === null && <Contest of={of} command={command} close={close} />}
      <Outcome entry={command.entry} dismiss={() => void command.dismiss()} />
    </li>
  );
};

/** The days of initiatives that are booked to the reader's partner; each may be contested where it stands. */
export const BookedDays = ({ of }: { readonly of: readonly Whole[] }) => {
  const { commitments } = useWords();
  const entries = bookedOf<Whole['for']['booked'][number], Whole>(of);
  return (
    <section className="panel booked" aria-labelledby="booked">
      <header>
        <h2 id="booked">{commitments.booked}</h2>
        <span className="booked-may">{entries.length > 0 && commitments.mayContest}</span>
      </header>
      {entries.length === 0 ? (
        <p className="booked-none">{commitments.noneBooked}</p>
      ) : (
        <ul>
          {entries.map((entry) => (
            <BookedEntry key={`${entry.initiative} ${entry.from}`} of={entry} />
          ))}
        </ul>
      )}
    </section>
  );
};
