import { useFormats, useWords } from '../../app/reader.js';
import { Icon } from '../../ui/icon.js';
import './clock.css';
import { daysBetween } from './due.js';
import { withWhom } from './labels.js';
import { daysOf, otherSide, runningSide, type Side, type Sided } from './sides.js';

interface Clocked extends Sided {
  readonly clock: { readonly offered: number; readonly debtor: number; readonly receiver: number };
}

const Cell = ({ of, side, reader }: { readonly of: Clocked; readonly side: Side; readonly reader: Side }) => {
  const { commitments } = useWords();
  const { number } = useFormats();
  const isRunning = runningSide(of) === side;
  return (
    <div className={`clock-side clock-${side}${isRunning ? ' clock-running' : ''}`}>
      <span>{withWhom(commitments, side, reader)}</span>
      <b>{number(daysOf(of, side))}</b>
      <small>
        {isRunning && <i aria-hidden="true" />}
        {isRunning ? commitments.running : commitments.stopped}
      </small>
    </div>
  );
};

/** The clock of a commitment: always on exactly one side while it runs, with the days of each. */
export const Clock = ({
  of,
  reader,
  today,
}: {
  readonly of: Clocked;
  readonly reader: Side;
  readonly today: string;
}) => {
  const { commitments } = useWords();
  const running = runningSide(of);
  const other = otherSide(reader);
  const since = of.steps.at(-1)!.on;
  const said = running
    ? commitments.clockRuns(withWhom(commitments, running, reader), daysBetween(since, today), since)
    : commitments.clockStopped(
        withWhom(commitments, reader, reader),
        daysOf(of, reader),
        withWhom(commitments, other, reader),
        daysOf(of, other),
      );
  return (
    <>
      <div className="clock" role="group" aria-label={said}>
        <Cell of={of} side={reader} reader={reader} />
        <div className={running === reader ? 'clock-middle clock-back' : 'clock-middle'}>
          {running && <Icon name="next" />}
        </div>
        <Cell of={of} side={other} reader={reader} />
      </div>
      {of.status === 'offered' && <p className="clock-note">{commitments.notYetRunning(of.clock.offered)}</p>}
    </>
  );
};
