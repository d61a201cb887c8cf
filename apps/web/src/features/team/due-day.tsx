import { useFormats, useWords } from '../../app/reader.js';
import { useShownDay } from '../../app/shown-day.js';
import { dueOf, relativeDay, type Row } from './board.js';

/** The promised day as seen from today, by both calendars. */
export const DueDay = ({ row }: { readonly row: Row }) => {
  const { team, vocabulary } = useWords();
  const { day, hijri } = useFormats();
  const { today } = useShownDay();
  const due = dueOf(row);
  const { currentTarget } = row;
  if (due === undefined)
    return (
      <div className="team-due">
        <b>{'absent' in currentTarget ? vocabulary.absentTarget[currentTarget.absent] : team.undated}</b>
      </div>
    );
  return (
    <div className={row.status === 'missed' ? 'team-due team-due-missed' : 'team-due'}>
      <b>{relativeDay(due, today, team)}</b>
      <span>{day(due)}</span>
      <span className="quiet">{hijri(due)}</span>
    </div>
  );
};
