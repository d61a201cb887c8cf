import { useNames } from '../../../app/names.js';
import { useBilingual, useFormats, useWords } from '../../../app/reader.js';
import { useShown } from '../shown.js';
import { isolated } from '../trail/trail-names.js';
import type { Row } from './rows.js';

/** What a row is called: its milestone, else its stage. */
export const useRowTitle = () => {
  const say = useBilingual();
  const { stage } = useShown();
  return ({ milestone, visits }: Row): string => {
    const of = visits[0]?.stage;
    return of === undefined ? say(milestone?.title) || (milestone?.id ?? '') : stage(of);
  };
};

/** How a target says what it counts from. */
export const useTargetSpeaker = () => {
  const words = useWords();
  const formats = useFormats();
  const say = useBilingual();
  const { timeline } = useShown();
  const reference = (to: string) =>
    to === 'start' ? words.trail.start : isolated(say(timeline.milestones.find(({ id }) => id === to)?.title) || to);
  return { words, formats, reference };
};

/** The names at the beginning of the rows; they stay in sight while the days are scrolled. */
export const RowNames = ({ rows }: { readonly rows: readonly Row[] }) => {
  const { acceleration, vocabulary } = useWords();
  const { party } = useNames();
  const title = useRowTitle();
  return (
    <ul className="timeline-names" aria-hidden="true">
      {rows.map((row) => (
        <li key={row.key} className="timeline-name">
          <b>
            <bdi>{title(row)}</bdi>
          </b>
          <small>
            {row.milestone?.status === 'missed' && <em>{vocabulary.milestoneStatus.missed} · </em>}
            <bdi>{party(row.party)}</bdi>
          </small>
        </li>
      ))}
      <li className="timeline-name">
        <b>{acceleration.dayLedger}</b>
      </li>
    </ul>
  );
};
