import { Link } from 'react-router';
import { useNames } from '../../app/names.js';
import { useBilingual, useWords } from '../../app/reader.js';
import { useShownDay } from '../../app/shown-day.js';
import { Icon } from '../../ui/icon.js';
import { relativeDay } from './board.js';
import type { Timeline } from './use-board.js';

const Blocker = ({ of, blocker }: { readonly of: Timeline; readonly blocker: Timeline['blockers'][number] }) => {
  const { team } = useWords();
  const { party } = useNames();
  const { today } = useShownDay();
  const say = useBilingual();
  const when = relativeDay(blocker.dueOn, today, team);
  const isLate = blocker.dueOn < today;
  return (
    <li>
      <b>
        <bdi>{say(blocker.title)}</bdi>
      </b>
      <p>
        <Link to={`/initiatives/${of.kind}/${of.id}`}>
          <bdi>{say(of.title)}</bdi>
        </Link>
      </p>
      <p>{team.atDecider(party(blocker.decider))}</p>
      <p className={isLate ? 'team-clock team-clock-late' : 'team-clock'}>
        <Icon name={isLate ? 'warning' : 'clock'} />
        {isLate ? team.overdue(when) : team.dueIn(when)}
      </p>
    </li>
  );
};

/** Open blockers of the initiatives on the board, the one longest due first. */
export const Blockers = ({ timelines }: { readonly timelines: ReadonlyMap<string, Timeline> }) => {
  const { team } = useWords();
  const open = [...timelines.values()]
    .flatMap((of) => of.blockers.filter(({ resolvedOn }) => resolvedOn === null).map((blocker) => ({ of, blocker })))
    .sort((a, b) => a.blocker.dueOn.localeCompare(b.blocker.dueOn));
  return (
    <section className="panel team-blockers" aria-labelledby="team-blockers">
      <header>
        <h2 id="team-blockers">{team.blockers}</h2>
      </header>
      {open.length === 0 ? (
        <p className="quiet">{team.noBlockers}</p>
      ) : (
        <ul>
          {open.map(({ of, blocker }) => (
            <Blocker key={`${of.kind}/${of.id}/${blocker.id}`} of={of} blocker={blocker} />
          ))}
        </ul>
      )}
    </section>
  );
};
