import { Link, useLocation } from 'react-router';
import { useNames } from '../../app/names.js';
import { useBilingual, useWords } from '../../app/reader.js';
import { Icon } from '../../ui/icon.js';
import { EditLink } from '../editing/edit-link.js';
import { ActionMenu } from './acting/action-menu.js';
import { headlineOf } from './headline.js';
import { useShown } from './shown.js';
import { isolated } from './trail/trail-names.js';

/** Kind, state, owner and start, with the Hijri day beside it. */
export const Facts = () => {
  const { initiative: words, vocabulary } = useWords();
  const { entity } = useNames();
  const { at, timeline, initiative } = useShown();
  const { status, owner, startedOn, endedOn } = timeline;
  return (
    <ul className="initiative-facts" aria-label={words.facts}>
      <li className="initiative-chip">{vocabulary.kind[at.kind]}</li>
      <li>{vocabulary.initiativeStatus[status]}</li>
      <li>
        {vocabulary.owner}: <bdi>{entity(owner)}</bdi>
      </li>
      <li>{startedOn === null ? words.notStarted : words.startedOn(startedOn)}</li>
      {endedOn !== null && <li>{words.endedOn(endedOn)}</li>}
      {initiative.source && (
        <li>
          <bdi>
            {initiative.source.system}:{initiative.source.id}
          </bdi>
        </li>
      )}
    </ul>
  );
};

/** The sentence: each part of it leads to the rows it was computed from. */
export const Headline = () => {
  const { initiative: words } = useWords();
  const { party } = useNames();
  const say = useBilingual();
  const { timeline, isPast } = useShown();
  const clauses = headlineOf(timeline, {
    said: words.sentence,
    party: (of) => isolated(party(of)),
    title: (text) => isolated(say(text)),
  });
  return (
    <p className="initiative-headline">
      {isPast && (
        <span className="initiative-headline-past">{words.sentence.past(timeline.knownOn.slice(0, 10))} </span>
      )}
      {clauses.map(({ text, to }) => (
        <a key={text} href={to}>
          {text}{' '}
        </a>
      ))}
    </p>
  );
};

/** What it is called and what can be opened from here. */
export const Heading = () => {
  const { initiative: words, frame } = useWords();
  const say = useBilingual();
  const { at, timeline, isPast } = useShown();
  const { search } = useLocation();
  return (
    <>
      <nav className="initiative-crumb" aria-label={words.backToPortfolio}>
        <Link to="/portfolio">{frame.portfolio}</Link>
        <Icon name="next" />
        <bdi>{timeline.id}</bdi>
      </nav>
      <header className="initiative-heading">
        <div>
          <Facts />
          <h1>
            <bdi>{say(timeline.title)}</bdi>
          </h1>
        </div>
        <div className="initiative-ways">
          {!isPast && <ActionMenu />}
          {!isPast && <EditLink kind={at.kind} id={at.id} owner={timeline.owner} />}
          <Link className="button button-small" to={`/initiatives/${at.kind}/${at.id}/stocktake${search}`}>
            <Icon name="print" />
            {words.stocktake}
          </Link>
        </div>
      </header>
      <Headline />
    </>
  );
};
