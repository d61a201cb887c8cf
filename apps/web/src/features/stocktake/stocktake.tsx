import { useMemo } from 'react';
import { Link, useLocation } from 'react-router';
import { useNames } from '../../app/names.js';
import { useBilingual, useWords } from '../../app/reader.js';
import { useScreenTitle } from '../../app/screen-title.js';
import { useShownDay } from '../../app/shown-day.js';
import { Patterns } from '../../chart/patterns.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { Skeleton } from '../../ui/skeleton.js';
import { headlineOf } from '../initiative/headline.js';
import { NotThere, useWholeInitiative } from '../initiative/initiative.js';
import { useKnownDay } from '../initiative/known/known-day.js';
import { useAddress, type Address } from '../initiative/reading.js';
import { Legend } from '../initiative/timeline/legend.js';
import { ShownProvider, useShown } from '../initiative/shown.js';
import { isolated } from '../initiative/trail/trail-names.js';
import { SheetChanges, SheetDecisions, SheetTotals, SheetWaits } from './sheet-parts.js';
import { SheetRows } from './sheet-rows.js';
import './stocktake.css';

const SheetHead = () => {
  const { stocktake, frame } = useWords();
  const { timeline } = useShown();
  return (
    <header>
      <div>
        <b>
          {frame.masar} · {stocktake.title}
        </b>
        <span>{stocktake.programme}</span>
      </div>
      <div className="sheet-when">
        <b>{stocktake.today(timeline.on)}</b>
        <span>
          {stocktake.hijriOf(timeline.on)} · {stocktake.knownAt(timeline.knownOn)}
        </span>
      </div>
    </header>
  );
};

const SheetTitle = () => {
  const { initiative: words, vocabulary } = useWords();
  const { entity, party } = useNames();
  const say = useBilingual();
  const { at, timeline } = useShown();
  const clauses = headlineOf(timeline, {
    said: words.sentence,
    party: (of) => isolated(party(of)),
    title: (text) => isolated(say(text)),
  });
  return (
    <>
      <p className="sheet-kicker">
        {vocabulary.kind[at.kind]} <bdi>{at.id}</bdi> · <bdi>{entity(timeline.owner)}</bdi>
        {timeline.startedOn !== null && ` · ${words.startedOn(timeline.startedOn)}`}
      </p>
      <h1>
        <bdi>{say(timeline.title)}</bdi>
      </h1>
      <p className="sheet-sentence">{clauses.map(({ text }) => text).join(' ')}</p>
    </>
  );
};

/** Where every figure comes from: the streams with the versions they were folded from, and the digest of the last entry. */
const SheetFoot = () => {
  const { stocktake, frame } = useWords();
  const { timeline, events } = useShown();
  const { isSimulated } = useShownDay();
  const positions = Object.entries(timeline.positions).map(([stream, version]) => `${stream}@${version}`);
  return (
    <footer>
      <p>
        <b>{stocktake.references}</b>{' '}
        {positions.map((position) => (
          <span key={position}>
            <bdi>{position}</bdi>
          </span>
        ))}
      </p>
      <p className="sheet-foot-line">
        <span>
          {stocktake.fingerprint} <bdi>{events.at(-1)?.hash.slice(0, 24)}</bdi>
        </span>
        <span>
          {isSimulated && `${frame.demonstration} · `}
          {stocktake.page}
        </span>
      </p>
    </footer>
  );
};

const Bar = ({ at }: { readonly at: Address }) => {
  const { stocktake } = useWords();
  const { search } = useLocation();
  return (
    <div className="sheet-bar">
      <Link className="button button-small" to={`/initiatives/${at.kind}/${at.id}${search}`}>
        {stocktake.back}
      </Link>
      <span className="quiet">{stocktake.onePage}</span>
      <Button size="small" kind="primary" onPress={() => window.print()}>
        <Icon name="print" />
        {stocktake.print}
      </Button>
    </div>
  );
};

const Sheet = ({ at }: { readonly at: Address }) => {
  const { today } = useShownDay();
  const [knownOn] = useKnownDay(today);
  const shown = useWholeInitiative(at, knownOn);
  const { stocktake } = useWords();
  const say = useBilingual();
  useScreenTitle(typeof shown === 'object' ? `${stocktake.title}: ${say(shown.timeline.title)}` : undefined);
  if (!shown) return <Skeleton rows={12} />;
  if (typeof shown === 'string') return <NotThere why={shown} />;
  return (
    <ShownProvider value={shown}>
      <Bar at={at} />
      <div className="sheet-desk">
        {/* Paper is light, whatever the screen is. */}
        <article className="sheet" data-theme="light">
          <Patterns />
          <SheetHead />
          <SheetTitle />
          <SheetTotals />
          <SheetRows />
          <Legend />
          <div className="sheet-columns">
            <div>
              <SheetDecisions />
              <SheetChanges />
            </div>
            <SheetWaits />
          </div>
          <SheetFoot />
        </article>
      </div>
    </ShownProvider>
  );
};

/** `/initiatives/:kind/:id/stocktake`: one A4 page, every figure from the same timeline. */
const Stocktake = () => {
  const { kind, id } = useAddress() ?? {};
  const at = useMemo(() => (kind && id ? { kind, id } : undefined), [kind, id]);
  if (!at) return <NotThere />;
  return <Sheet key={`${at.kind}/${at.id}`} at={at} />;
};
export default Stocktake;
