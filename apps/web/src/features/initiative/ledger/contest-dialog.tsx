import { useState, type RefObject } from 'react';
import { faultsByField } from '../../../api/problem.js';
import { acknowledged } from '../../../app/commands/acknowledged.js';
import { useCommand } from '../../../app/commands/use-command.js';
import { useDraft } from '../../../app/commands/use-draft.js';
import { useNames } from '../../../app/names.js';
import { useWords } from '../../../app/reader.js';
import { Button } from '../../../ui/button.js';
import { CommandForm } from '../../../ui/command-form.js';
import { DayInput } from '../../../ui/day-input.js';
import { Dialog } from '../../../ui/dialog.js';
import { focusGoesOn } from '../../../ui/focus-goes-on.js';
import { Notice } from '../../../ui/notice.js';
import { TextInput } from '../../../ui/text-input.js';
import { CommandState } from '../decisions/command-state.js';
import type { Entry } from '../reading.js';
import { useShown } from '../shown.js';
import { isolated } from '../trail/trail-names.js';

interface Days {
  readonly from: string;
  readonly to: string;
}

/** Which of the entry's days are contested: all of them unless somebody says fewer. */
const ContestedDays = ({
  days,
  change,
  faults,
}: {
  readonly days: Days;
  change(part: Partial<Days>): void;
  readonly faults: ReadonlyMap<string, string> | undefined;
}) => {
  const { contest } = useWords().ledger;
  return (
    <div className="decisions-fields">
      <DayInput
        label={contest.from}
        value={days.from}
        choose={(from) => change({ from })}
        fault={faults?.get('from')}
      />
      <DayInput label={contest.to} value={days.to} choose={(to) => change({ to })} fault={faults?.get('to')} />
    </div>
  );
};

interface Props {
  readonly entry: Entry;
  /** Stays where the entry is: contested days are not contested twice, so the button that led here goes. */
  readonly next: RefObject<HTMLElement | null>;
}

const ContestForm = ({ entry, next, close }: Props & { close(): void }) => {
  const { ledger } = useWords();
  const { at } = useShown();
  const command = useCommand(`${at.kind}/${at.id} contest ${entry.id}`);
  const form = `contest ${at.kind}/${at.id} ${entry.id}`;
  const { draft, change, discard } = useDraft(form, { from: entry.from, to: entry.to, reason: '' });
  const { reason, ...days } = draft;
  const sent = command.entry;
  const faults = sent?.state === 'refused' ? faultsByField(sent.refusal) : undefined;
  const send = async () => {
    const body = { party: entry.party, from: days.from, to: days.to, reason: reason.trim() };
    if (await acknowledged(command.give({ path: `/api/${at.kind}/${at.id}/contests`, body, draft: form }))) {
      discard();
      close();
      // The window is gone by then, and has given the focus back to the button or to nothing.
      requestAnimationFrame(() => focusGoesOn(null, next.current));
    }
  };
  return (
    <CommandForm
      send={ledger.contest.send}
      isPending={sent?.state === 'sending'}
      isReady={reason.trim() !== '' && days.from < days.to}
      state={<CommandState entry={sent} />}
      run={() => void send()}
      close={close}
    >
      <Notice>{ledger.contest.lead}</Notice>
      <ContestedDays days={days} change={change} faults={faults} />
      <TextInput
        label={ledger.contest.reason}
        lines={3}
        autoFocus
        value={reason}
        onChange={(words) => change({ reason: words })}
        fault={faults?.get('reason')}
      />
    </CommandForm>
  );
};

/** Contesting days from the entry they are booked in; they stay booked and are marked until it is decided. */
export const ContestDialog = ({ entry, next }: Props) => {
  const { ledger } = useWords();
  const { party } = useNames();
  const [isOpen, setOpen] = useState(false);
  const title = ledger.contest.title(isolated(party(entry.party)));
  return (
    <>
      <Button kind="quiet" size="small" aria-haspopup="dialog" aria-label={title} onPress={() => setOpen(true)}>
        {ledger.contest.action}
      </Button>
      <Dialog title={title} isOpen={isOpen} close={() => setOpen(false)}>
        <ContestForm entry={entry} next={next} close={() => setOpen(false)} />
      </Dialog>
    </>
  );
};
