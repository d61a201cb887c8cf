import { useRef, useState } from 'react';
import { useWords } from '../../app/reader.js';
import { isOpenTo, type Action, type Press } from './actions.js';
import { aboutOf, type Row } from './board.js';
import { BoardRow } from './board-row.js';
import { KeysLine } from './keys-line.js';
import type { Timeline } from './use-board.js';
import { useKeys } from './use-keys.js';

const focusRow = (about: string): void =>
  document.getElementById(`row-${about.replaceAll('/', '-')}`)?.focus({ preventScroll: false });

/** Which row is chosen, which pane is open, and what the keys do with them. */
const useChoosing = (rows: readonly Row[]) => {
  const [about, setAbout] = useState<string>();
  const [open, setOpen] = useState<Action>();
  const [undone, setUndone] = useState(0);
  const at = Math.max(
    0,
    rows.findIndex((row) => aboutOf(row) === about),
  );
  const chosen = rows[at];
  const latest = useRef(about);
  /** Whatever had the focus when a pane was opened: a button of the row, or the row itself. */
  const opener = useRef<Element>(null);
  const choose = (row: Row) => {
    const next = aboutOf(row);
    if (next === (latest.current ?? about)) return;
    latest.current = next;
    setAbout(next);
    setOpen(undefined);
  };
  const move = (by: number): boolean => {
    const next = rows[at + by];
    if (next) focusRow(aboutOf(next));
    return next !== undefined;
  };
  const act = (row: Row, action: Action | undefined) => {
    if (action !== undefined && open === undefined) opener.current = document.activeElement;
    choose(row);
    setOpen(action);
    if (action !== undefined) return;
    const back = opener.current;
    if (back instanceof HTMLElement && back.isConnected && back !== document.body) back.focus();
    else focusRow(aboutOf(row));
  };
  const pressed = (press: Press): boolean => {
    if (!chosen) return false;
    if (press === 'down' || press === 'up') return move(press === 'down' ? 1 : -1);
    if (press === 'undo') setUndone(undone + 1);
    else if (press === 'close') {
      if (open === undefined) return false;
      act(chosen, undefined);
    } else if (press !== 'open' && (press === 'blocker' || isOpenTo(chosen))) act(chosen, press);
    return true;
  };
  useKeys(pressed);
  return { chosen, open, undone, choose, act };
};

/** The rows, by mouse, touch and keyboard. */
export const TeamBoard = ({
  rows,
  timelines,
}: {
  readonly rows: readonly Row[];
  readonly timelines: ReadonlyMap<string, Timeline>;
}) => {
  const { team } = useWords();
  const { chosen, open, undone, choose, act } = useChoosing(rows);
  return (
    <>
      <ul className="team-rows" aria-label={team.title}>
        {rows.map((row) => {
          const isChosen = row === chosen;
          return (
            <BoardRow
              key={aboutOf(row)}
              row={row}
              rows={rows}
              timeline={timelines.get(`${row.initiative.kind}/${row.initiative.id}`)}
              isChosen={isChosen}
              open={isChosen ? open : undefined}
              undone={isChosen ? undone : 0}
              choose={() => choose(row)}
              act={(action) => act(row, action)}
            />
          );
        })}
      </ul>
      <KeysLine />
    </>
  );
};
