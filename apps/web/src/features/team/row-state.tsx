import type { Commanding } from '../../app/commands/use-command.js';
import { undoOf, type Entry } from '../../app/commands/intent.js';
import { useNames } from '../../app/names.js';
import { useFormats, useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { wishOf } from './actions.js';
import type { Row } from './board.js';

/** What somebody wished, in words: shown before the server has answered, and beside its refusal. */
export const useWishWords = (): ((entry: Entry) => string) => {
  const { team } = useWords();
  const { party } = useNames();
  return ({ intent }) => {
    const wish = wishOf(intent);
    if (wish.what === 'forecast') return team.wishForecast(wish.date);
    if (wish.what === 'asked') return team.wishAsked(wish.date);
    if (wish.what === 'wait') return team.wishWait(party(wish.party));
    return team.wish[wish.what];
  };
};

const Undo = ({ undo }: { readonly undo: () => void }) => {
  const { commands } = useWords();
  return (
    <Button kind="quiet" size="small" onPress={undo}>
      <Icon name="undo" />
      {commands.undo}
      <kbd>Z</kbd>
    </Button>
  );
};

/** What is recorded of a row now, in one line. */
const useRecordedWords = (): ((row: Row) => string) => {
  const { team, vocabulary } = useWords();
  const { day } = useFormats();
  return (row) => {
    const status = vocabulary.milestoneStatus[row.status];
    if (row.actual !== null) return `${status} · ${day(row.actual)}`;
    return row.forecast.team === null ? status : `${status} · ${team.expected(row.forecast.team)}`;
  };
};

/** The server would not: why, what was wished and what is recorded, and what to do next. The row is as it was. */
const RefusedState = ({ row, of, entry }: { readonly row: Row; readonly of: Commanding; readonly entry: Entry }) => {
  const { commands } = useWords();
  const said = useWishWords();
  const recorded = useRecordedWords();
  if (entry.state !== 'refused') return null;
  const { title, detail } = entry.refusal;
  const again = async () => {
    await of.dismiss();
    await of.give(entry.intent);
  };
  return (
    <div className="team-refused" role="alert">
      <p>
        <Icon name="warning" />
        <b>{title}</b>
      </p>
      {detail !== undefined && detail !== title && <p>{detail}</p>}
      <dl>
        <dt>{commands.mine}</dt>
        <dd>{said(entry)}</dd>
        <dt>{commands.theirs}</dt>
        <dd>{recorded(row)}</dd>
      </dl>
      <div className="team-options">
        <Button size="small" onPress={() => void of.dismiss()}>
          {commands.keepTheirs}
        </Button>
        <Button size="small" onPress={() => void again().catch(() => undefined)}>
          {commands.again}
        </Button>
      </div>
    </div>
  );
};

/** What became of the last thing said about a row. */
export const RowState = ({
  row,
  of,
  undo,
}: {
  readonly row: Row;
  readonly of: Commanding;
  readonly undo: () => void;
}) => {
  const { commands } = useWords();
  const { entry } = of;
  const said = useWishWords();
  if (!entry) return null;
  if (entry.state === 'refused') return <RefusedState row={row} of={of} entry={entry} />;
  const mayUndo = undoOf(entry) !== undefined || (entry.state === 'kept' && !entry.intent.wasSent);
  const words =
    entry.state === 'arrived' ? commands.arrived(entry.at) : entry.state === 'kept' ? commands.kept : commands.sending;
  return (
    <div className={`team-state team-state-${entry.state}`} role="status">
      <Icon name={entry.state === 'kept' ? 'clock' : 'check'} />
      <span>
        <span className="team-wish">{said(entry)}</span> · {words}
      </span>
      {mayUndo && <Undo undo={undo} />}
    </div>
  );
};
