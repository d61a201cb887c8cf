import { useDraft } from '../../app/commands/use-draft.js';
import { useFormats, useWords } from '../../app/reader.js';
import { useShownDay } from '../../app/shown-day.js';
import { laterBy } from '../../chart/scale.js';
import { forecast } from './actions.js';
import { aboutOf, dueOf } from './board.js';
import { Option } from './option.js';
import { OtherDay } from './other-day.js';
import type { PaneProps } from './pane-props.js';

const later = [3, 7, 14] as const;

/** What is expected: on the date, a few days after it, or another day. The promise stays as it is. */
export const ForecastPane = ({ row, give }: PaneProps) => {
  const { team } = useWords();
  const { day } = useFormats();
  const { today } = useShownDay();
  const due = dueOf(row);
  // A date that has passed is no longer expected: days are counted from today then.
  const isAhead = due !== undefined && due >= today;
  const from = isAhead ? due : today;
  const form = `forecast ${aboutOf(row)}`;
  const { draft, change } = useDraft(form, { otherDay: '' });
  const choose = (date: string) => give({ ...forecast(row, date), draft: form });
  return (
    <>
      <p className="team-asks">{team.whenExpected}</p>
      <div className="team-options">
        {isAhead && (
          <Option isFirst detail={day(due, 'short')} choose={() => choose(due)}>
            {team.onTime}
          </Option>
        )}
        {later.map((days, at) => (
          <Option
            key={days}
            isFirst={!isAhead && at === 0}
            detail={day(laterBy(from, days), 'short')}
            choose={() => choose(laterBy(from, days))}
          >
            {isAhead ? team.weekLater(days) : team.fromToday(days)}
          </Option>
        ))}
        <OtherDay day={draft.otherDay} change={(otherDay) => change({ otherDay })} choose={choose} />
      </div>
    </>
  );
};
