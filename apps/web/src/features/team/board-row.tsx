import { useEffect, useRef } from 'react';
import { useCommand } from '../../app/commands/use-command.js';
import { isUnderWay, undoOf } from '../../app/commands/intent.js';
import { useBilingual, useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { Icon, type IconName } from '../../ui/icon.js';
import { isOpenTo, rowActions, type Action, type RowAction } from './actions.js';
import { aboutOf, type Row } from './board.js';
import { DueDay } from './due-day.js';
import { Pane } from './pane.js';
import type { PaneProps } from './pane-props.js';
import { RowFacts } from './row-facts.js';
import { RowState } from './row-state.js';
import type { Timeline } from './use-board.js';

const icons: Readonly<Record<RowAction, IconName>> = { reach: 'check', forecast: 'clock', wait: 'pause', ask: 'swap' };

export interface RowProps {
  readonly row: Row;
  readonly rows: readonly Row[];
  readonly timeline: Timeline | undefined;
  readonly isChosen: boolean;
  readonly open: Action | undefined;
  /** Counted up by `Z`: the row takes back what was said last about it. */
  readonly undone: number;
  readonly choose: () => void;
  readonly act: (action: Action | undefined) => void;
}

const Actions = ({ row, open, act }: Pick<RowProps, 'row' | 'open' | 'act'>) => {
  const { team } = useWords();
  const say = useBilingual();
  return (
    <div className="team-actions" role="group" aria-label={team.actions(say(row.title))}>
      {rowActions.map((action, at) => (
        <Button
          key={action}
          size="small"
          aria-pressed={open === action}
          aria-expanded={open === action}
          onPress={() => act(open === action ? undefined : action)}
        >
          <span className="team-action-icon">
            <Icon name={icons[action]} />
          </span>
          {team.action[action]}
          <kbd>{at + 1}</kbd>
        </Button>
      ))}
    </div>
  );
};

/** Taking back what was said last about a row: before it was sent as if it had never been said, later by another event. */
const useUndo = (of: ReturnType<typeof useCommand>, undone: number): (() => void) => {
  const undo = () => {
    const back = undoOf(of.entry);
    if (back) void of.give(back).catch(() => undefined);
    else if (of.entry && isUnderWay(of.entry)) void of.takeBack();
  };
  const latest = useRef(undo);
  useEffect(() => {
    latest.current = undo;
  });
  useEffect(() => {
    if (undone > 0) latest.current();
  }, [undone]);
  return undo;
};

/** One milestone of the board, with the pane that is open under it. */
export const BoardRow = (props: RowProps) => {
  const { row, rows, timeline, isChosen, open, undone, choose, act } = props;
  const of = useCommand(aboutOf(row));
  const undo = useUndo(of, undone);
  const place = useRef<HTMLLIElement>(null);
  const give: PaneProps['give'] = (command) => {
    act(undefined);
    place.current?.focus();
    void of.give(command).catch(() => undefined);
  };
  const isBusy = of.entry !== undefined && isUnderWay(of.entry);
  return (
    <li
      ref={place}
      id={`row-${aboutOf(row).replaceAll('/', '-')}`}
      className={isChosen ? 'team-row team-row-chosen' : 'team-row'}
      tabIndex={isChosen ? 0 : -1}
      aria-current={isChosen}
      onFocus={choose}
      onClick={choose}
    >
      <div className="team-row-main">
        <DueDay row={row} />
        <div className="team-facts">
          <RowFacts row={row} timeline={timeline} />
          <RowState row={row} of={of} undo={undo} />
        </div>
        {isOpenTo(row) && !isBusy && <Actions row={row} open={open} act={act} />}
      </div>
      {open !== undefined && !isBusy && <Pane key={open} action={open} row={row} rows={rows} give={give} />}
    </li>
  );
};
