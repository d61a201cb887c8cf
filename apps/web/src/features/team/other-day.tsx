import { useState } from 'react';
import { useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { DayInput } from '../../ui/day-input.js';
import { Option } from './option.js';

interface Props {
  /** What is typed of it so far; the pane keeps it. */
  readonly day: string;
  readonly change: (day: string) => void;
  readonly choose: (day: string) => void;
  readonly until?: string;
}

/** The last answer where none of the offered days is right. */
export const OtherDay = ({ day, change, choose, until }: Props) => {
  const { team } = useWords();
  const [isOpen, setOpen] = useState(day !== '');
  if (!isOpen) return <Option choose={() => setOpen(true)}>{team.otherDay}</Option>;
  const isSaid = day !== '' && (until === undefined || day <= until);
  return (
    <div className="team-other-day">
      <DayInput label={team.otherDayLabel} value={day} choose={change} {...(until !== undefined && { until })} />
      <Button kind="primary" isDisabled={!isSaid} onPress={() => choose(day)}>
        {team.record}
      </Button>
    </div>
  );
};
