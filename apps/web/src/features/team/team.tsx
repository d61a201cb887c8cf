import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useWords } from '../../app/reader.js';
import { useScreenTitle } from '../../app/screen-title.js';
import { useShownDay } from '../../app/shown-day.js';
import { Patterns } from '../../chart/patterns.js';
import { Empty } from '../../ui/empty.js';
import { Skeleton } from '../../ui/skeleton.js';
import { RegisterLink } from '../editing/register-link.js';
import { countsOf, isMine } from './board.js';
import { Blockers } from './blockers.js';
import { TeamBoard } from './team-board.js';
import './team.css';
import { useBoard, useOwnEntities, useTimelines } from './use-board.js';

type Whose = 'mine' | 'ours';

const WhoseSwitch = ({ whose, show }: { readonly whose: Whose; readonly show: (whose: Whose) => void }) => {
  const { team } = useWords();
  return (
    <ToggleButtonGroup
      className="team-whose"
      aria-label={team.whose}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[whose]}
      onSelectionChange={(keys) => show([...keys][0] as Whose)}
    >
      <ToggleButton id="mine">{team.mine}</ToggleButton>
      <ToggleButton id="ours">{team.ours}</ToggleButton>
    </ToggleButtonGroup>
  );
};

/** The board of somebody who works on initiatives: what is to do, the most pressing first. */
const Team = () => {
  const { team, frame } = useWords();
  useScreenTitle(frame.milestones);
  const { today } = useShownDay();
  const board = useBoard();
  const entities = useOwnEntities();
  const [asked, setAsked] = useState<Whose>();
  const mine = board?.rows.filter((row) => isMine(row, entities, board.joined)) ?? [];
  const whose = asked ?? (mine.length > 0 ? 'mine' : 'ours');
  const rows = whose === 'mine' ? mine : (board?.rows ?? []);
  const timelines = useTimelines(rows);
  if (!board) return <Skeleton rows={8} />;
  if (board.rows.length === 0)
    return <Empty title={team.empty} detail={team.emptyDetail} to="/portfolio" next={team.emptyNext} />;
  const { all, now, waiting, reported } = countsOf(rows, today);
  return (
    <div className="screen team">
      <Patterns />
      <p className="quiet">{frame.today(today)}</p>
      <header className="team-head">
        <h1>{team.headline(all, now, waiting, reported)}</h1>
        <RegisterLink />
      </header>
      <div className="team-columns">
        <section className="panel team-board" aria-labelledby="team-title">
          <header>
            <h2 id="team-title">{whose === 'mine' ? team.mine : team.ours}</h2>
            <WhoseSwitch whose={whose} show={setAsked} />
          </header>
          {rows.length === 0 ? <p className="team-none">{team.nothingMine}</p> : null}
          <TeamBoard rows={rows} timelines={timelines} />
        </section>
        <Blockers timelines={timelines} />
      </div>
    </div>
  );
};
export default Team;
