import { useDraft } from '../../app/commands/use-draft.js';
import { useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { DayInput } from '../../ui/day-input.js';
import { TextInput } from '../../ui/text-input.js';
import { askForDate } from './actions.js';
import { aboutOf } from './board.js';
import type { PaneProps } from './pane-props.js';

/** Another date has to be asked for, with a reason; a reviewer decides. What is typed stays until it is sent. */
export const AskPane = ({ row, give }: PaneProps) => {
  const { team } = useWords();
  const form = `ask ${aboutOf(row)}`;
  const { draft, change } = useDraft(form, { to: '', reason: '' });
  const isSaid = draft.to !== '' && draft.reason.trim() !== '';
  const send = () => {
    // What was refused can be put right: it is there again when the pane is opened.
    if (isSaid) give({ ...askForDate(row, draft.to, draft.reason.trim()), draft: form });
  };
  return (
    <form
      className="team-fields"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <DayInput label={team.newDate} value={draft.to} choose={(to) => change({ to })} autoFocus />
      <TextInput
        label={team.reason}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        hint={isSaid ? team.askHint : team.needsDateAndReason}
      />
      <Button kind="primary" type="submit" isDisabled={!isSaid}>
        {team.send}
      </Button>
    </form>
  );
};
