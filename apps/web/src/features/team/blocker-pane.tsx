import { useDraft } from '../../app/commands/use-draft.js';
import { useFormats, useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { DayInput } from '../../ui/day-input.js';
import { TextInput } from '../../ui/text-input.js';
import { raiseBlocker } from './actions.js';
import { aboutOf } from './board.js';
import type { PaneProps } from './pane-props.js';
import { PartyChoice } from './party-choice.js';

/** An obstacle goes to whoever can decide it, with the day by which it has to be decided. */
export const BlockerPane = ({ row, give }: PaneProps) => {
  const { team } = useWords();
  const { language } = useFormats();
  const empty = { title: '', decider: '', dueOn: '' };
  const form = `blocker ${aboutOf(row)}`;
  const { draft, change } = useDraft(form, empty);
  const { title, decider, dueOn } = draft;
  const isSaid = title.trim() !== '' && decider !== '' && dueOn !== '';
  const send = () => {
    if (!isSaid) return;
    const said = title.trim();
    const blocker = { title: language === 'ar' ? { ar: said } : { en: said }, decider, dueOn };
    give({ ...raiseBlocker(row, blocker), draft: form });
  };
  return (
    <form
      className="team-fields"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextInput
        label={team.blockerTitle}
        value={title}
        onChange={(words) => change({ title: words })}
        hint={isSaid ? undefined : team.needsAll}
        autoFocus
      />
      <PartyChoice
        label={team.decider}
        value={decider === '' ? null : decider}
        choose={(party) => change({ decider: party })}
      />
      <DayInput label={team.decideBy} value={dueOn} choose={(day) => change({ dueOn: day })} />
      <Button kind="primary" type="submit" isDisabled={!isSaid}>
        {team.raise}
      </Button>
    </form>
  );
};
