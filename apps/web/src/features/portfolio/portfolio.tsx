import { lazy, useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Fault } from '../../app/boundary.js';
import { useNames } from '../../app/names.js';
import { useReader, useWords } from '../../app/reader.js';
import { useScreenTitle } from '../../app/screen-title.js';
import { useShownDay } from '../../app/shown-day.js';
import { Patterns } from '../../chart/patterns.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useExtent } from '../../ui/use-extent.js';
import { ChangesPanel } from '../changes/changes-panel.js';
import { isNarrowed, readAsked, withoutFilters, type Asked } from './asked.js';
import { Cards } from './cards.js';
import { Headline } from './headline.js';
import { KnownNotice, KnownOn } from './known-on.js';
import { Legend } from './legend.js';
import { ListFoot } from './list-foot.js';
import './portfolio.css';
import { entriesOf, narrowed } from './rows.js';
import { Table } from './table.js';
import { Tools } from './tools.js';
import { Totals } from './totals.js';
import { usePortfolio } from './use-portfolio.js';

/** Fetched by whoever has nothing yet. */
const FirstStart = lazy(() => import('../first-start/first-start.js'));

/** Less room than this is too little for columns. */
const leastForColumns = 760;

/** Nothing fits: what was asked, and the way out of it. */
const NothingFits = ({ asked }: { readonly asked: Asked }) => {
  const { portfolio, vocabulary } = useWords();
  const { entity, party } = useNames();
  const { formats } = useReader().tongue;
  const [search] = useSearchParams();
  const { kind, owner, status, colour, late, q, only, waited } = asked;
  const names = [
    kind && vocabulary.kinds[kind as keyof typeof vocabulary.kinds],
    owner && entity(owner),
    status && vocabulary.initiativeStatus[status as keyof typeof vocabulary.initiativeStatus],
    colour && vocabulary.colour[colour as keyof typeof vocabulary.colour],
    late && portfolio.late,
    q && `\u2068${q}\u2069`,
    only && portfolio.only[only],
    waited && party(waited),
  ].filter((name): name is string => Boolean(name));
  return (
    <div className="portfolio-none" role="status">
      <h2>{portfolio.noneFits}</h2>
      <p>{portfolio.noneFitsDetail(formats.list(names))}</p>
      <Link className="button button-plain" to={{ search: withoutFilters(search).toString() }}>
        {portfolio.clear}
      </Link>
    </div>
  );
};

/** The list with its tools; columns where there is room for them, else cards. */
const List = ({ asked, answer }: { readonly asked: Asked; readonly answer: ReturnType<typeof usePortfolio> }) => {
  const { portfolio } = useWords();
  const { today } = useShownDay();
  const [panel, extent] = useExtent();
  const { rows, total, isWhole } = answer;
  const { only, waited, knownOn } = asked;
  const entries = useMemo(
    () => entriesOf(narrowed(rows, { ...(only && { only }), ...(waited && { waited }) })),
    [rows, only, waited],
  );
  const shown = { entries, rows, on: knownOn ?? today, isPast: knownOn !== undefined };
  const hasNone = entries.length === 0 && isWhole;
  const isCards = extent > 0 && extent < leastForColumns;
  return (
    <section className="panel portfolio-list" id="rows" ref={panel} aria-label={portfolio.list} aria-busy={!isWhole}>
      <Tools asked={asked} isCards={isCards} />
      <Legend isFolded={isCards} />
      {hasNone ? (
        <NothingFits asked={asked} />
      ) : extent === 0 ? null : isCards ? (
        <Cards {...shown} />
      ) : (
        <Table {...shown} />
      )}
      {!isWhole && (
        <p className="portfolio-more" role="status">
          {portfolio.loadingMore(rows.length, String(total))}
        </p>
      )}
      <ListFoot knownOn={knownOn} />
    </section>
  );
};

/** The reviewer's first screen: one sentence, a few figures, then the initiatives, and beside them what changed. */
const Portfolio = () => {
  const { frame } = useWords();
  useScreenTitle(frame.portfolio);
  const { today } = useShownDay();
  const [search] = useSearchParams();
  const asked = useMemo(() => readAsked(search), [search]);
  const answer = usePortfolio(asked);
  const { totals, rows, isWhole } = answer;
  if (!totals && answer.isError) return <Fault fault={answer.error} again={() => void answer.refetch()} />;
  if (!totals) return <Skeleton rows={12} />;
  if (rows.length === 0 && !isNarrowed(asked) && asked.knownOn === undefined) return <FirstStart />;
  const { knownOn } = asked;
  return (
    <div className={knownOn === undefined ? 'screen' : 'screen portfolio-past'}>
      <Patterns />
      <div className="portfolio-when">
        <p className="quiet">{frame.today(today)}</p>
        <KnownOn knownOn={knownOn} today={today} />
      </div>
      {knownOn !== undefined && <KnownNotice knownOn={knownOn} />}
      <Headline totals={totals} rows={rows} isWhole={isWhole} />
      <Totals totals={totals} rows={rows} isWhole={isWhole} />
      <div className={knownOn === undefined ? 'portfolio-columns' : undefined}>
        <List asked={asked} answer={answer} />
        {knownOn === undefined && <ChangesPanel />}
      </div>
    </div>
  );
};
export default Portfolio;
