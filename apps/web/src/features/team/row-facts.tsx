import { Link } from 'react-router';
import { useCommand } from '../../app/commands/use-command.js';
import { useNames } from '../../app/names.js';
import { useBilingual, useWords } from '../../app/reader.js';
import { useShownDay } from '../../app/shown-day.js';
import { PartyNamed } from '../../chart/party-named.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { endWait } from './actions.js';
import { aboutOf, needOf, type Row } from './board.js';
import { useWaits, type Timeline } from './use-board.js';

const Waits = ({ row }: { readonly row: Row }) => {
  const { team } = useWords();
  const { today } = useShownDay();
  const { give } = useCommand(aboutOf(row));
  return useWaits(row).map(({ id, party, since }) => (
    <div key={id} className="team-line">
      <span>{team.waitingOn}</span>
      <PartyNamed party={party} owner={row.initiative.owner} />
      <span>{team.waitingSince(since)}</span>
      <Button kind="quiet" size="small" onPress={() => void give(endWait(row, id, today)).catch(() => undefined)}>
        {team.endWait}
      </Button>
    </div>
  ));
};

const tones: Readonly<Partial<Record<Row['status'], string>>> = {
  waiting: 'amber',
  missed: 'red',
  reached: 'accent',
};

const Needed = ({ row }: { readonly row: Row }) => {
  const { team } = useWords();
  const { today } = useShownDay();
  const expected = row.forecast.team;
  if (needOf(row, today) === 'now')
    return (
      <p className="team-line team-needed">
        <Icon name="warning" />
        {expected === null ? team.forecastNeeded : team.forecastPast}
      </p>
    );
  return expected === null ? null : <p className="team-line">{team.expected(expected)}</p>;
};

/** What a milestone is, whose it is, what it waits on and what is needed now. */
export const RowFacts = ({ row, timeline }: { readonly row: Row; readonly timeline: Timeline | undefined }) => {
  const { team, vocabulary } = useWords();
  const { party } = useNames();
  const say = useBilingual();
  const asked = timeline?.milestones.find(({ id }) => id === row.id)?.request;
  const { kind, id, title } = row.initiative;
  return (
    <>
      <h3>
        <bdi>{say(row.title)}</bdi>
        <span className={`team-chip team-chip-${tones[row.status] ?? 'plain'}`}>
          {vocabulary.milestoneStatus[row.status]}
        </span>
      </h3>
      <p>
        <Link to={`/initiatives/${kind}/${id}`}>
          <bdi>{say(title)}</bdi>
        </Link>{' '}
        <span className="quiet">
          · <bdi>{team.with(party(row.party))}</bdi>
        </span>
      </p>
      <Waits row={row} />
      {typeof asked?.to === 'string' && <p className="team-line">{team.asked(asked.to)}</p>}
      <Needed row={row} />
    </>
  );
};
