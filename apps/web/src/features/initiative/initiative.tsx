import { useCallback, useMemo, useState } from 'react';
import { useLocation } from 'react-router';
import { useBilingual, useFormats, useWords } from '../../app/reader.js';
import { useScreenTitle } from '../../app/screen-title.js';
import { useShownDay } from '../../app/shown-day.js';
import { Patterns } from '../../chart/patterns.js';
import { Empty } from '../../ui/empty.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { CommitmentList } from '../partner/commitment-list.js';
import { Blockers } from './aside/blockers.js';
import { Commitments, Coverage } from './aside/commitments.js';
import { Corrections } from './aside/corrections.js';
import { Notes } from './aside/notes.js';
import { Outlook } from './aside/outlook.js';
import { Ratings } from './aside/ratings.js';
import { Decisions } from './decisions/decisions.js';
import { Heading } from './facts.js';
import './initiative.css';
import { useKnownDay } from './known/known-day.js';
import { LedgerPanel } from './ledger/ledger-panel.js';
import { LinksPanel } from './links/links-panel.js';
import { isNotThere, useAddress, useEvents, useInitiative, useLawPath, useTimeline, type Address } from './reading.js';
import { ShownProvider, useShown, type Shown } from './shown.js';
import { TimelinePanel } from './timeline/timeline-panel.js';
import { knownOf } from './trail/events.js';
import { Trail } from './trail/trail.js';

/** Nothing at this address for this reader; or there is something, and nobody knew of it on that day. */
export type Missing = 'not-there' | 'not-known-yet';

/** Everything the page is made of, read together; undefined until all of it is there. */
export const useWholeInitiative = (at: Address, knownOn: string | undefined): Shown | Missing | undefined => {
  const say = useBilingual();
  const { data: timeline, error } = useTimeline(at, knownOn);
  const initiative = useInitiative(at).data;
  const every = useEvents(at).data;
  const path = useLawPath(initiative?.path).data;
  const [openedEvent, setOpened] = useState<number>();
  const openEvent = useCallback((version: number) => {
    // The same event asked for again is shown again.
    setOpened(undefined);
    requestAnimationFrame(() => setOpened(version));
  }, []);
  return useMemo(() => {
    if (isNotThere(error)) return initiative && knownOn !== undefined ? 'not-known-yet' : 'not-there';
    if (!timeline || !initiative || !every) return undefined;
    const stream = `${at.kind}/${at.id}`;
    const version = timeline.positions[stream] ?? 0;
    return {
      at,
      timeline,
      initiative,
      events: knownOf(every, version),
      stream,
      version,
      isPast: knownOn !== undefined,
      stage: (id: string) => say(path?.stages.find(({ stage }) => stage === id)?.name) || id,
      openEvent,
      openedEvent,
    };
  }, [at, timeline, error, initiative, every, path, knownOn, say, openEvent, openedEvent]);
};

const Warnings = () => {
  const { initiative } = useWords();
  const { list } = useFormats();
  const { incompleteSince, unconfirmedYears, faults } = useShown().timeline;
  return (
    <>
      {incompleteSince !== undefined && <Notice tone="amber">{initiative.incomplete(incompleteSince)}</Notice>}
      {faults && faults.length > 0 && <Notice tone="amber">{initiative.fault}</Notice>}
      {unconfirmedYears.length > 0 && (
        <p className="quiet initiative-years">
          {initiative.unconfirmed(list(unconfirmedYears.map(({ calendar, year }) => `${calendar} ${year}`)))}
        </p>
      )}
    </>
  );
};

/** Nothing here, or nothing for this reader: the same words. What is there now and was not known then says so, and leads to now. */
export const NotThere = ({ why = 'not-there' }: { readonly why?: Missing }) => {
  const { initiative, frame } = useWords();
  const { pathname } = useLocation();
  const isNotKnownYet = why === 'not-known-yet';
  useScreenTitle(isNotKnownYet ? initiative.notKnownYet : initiative.notThere);
  if (isNotKnownYet) return <Empty title={initiative.notKnownYet} to={pathname} next={initiative.asOfToday} />;
  return <Empty title={initiative.notThere} detail={frame.notFoundDetail} to="/" next={frame.backToStart} />;
};

const Page = ({ at }: { readonly at: Address }) => {
  const { today } = useShownDay();
  const [knownOn] = useKnownDay(today);
  const shown = useWholeInitiative(at, knownOn);
  const say = useBilingual();
  useScreenTitle(typeof shown === 'object' ? say(shown.timeline.title) : undefined);
  if (!shown) return <Skeleton rows={12} />;
  if (typeof shown === 'string') return <NotThere why={shown} />;
  return (
    <ShownProvider value={shown}>
      <Patterns />
      <div className={shown.isPast ? 'screen initiative initiative-past' : 'screen initiative'}>
        <Heading />
        <Decisions />
        <TimelinePanel />
        <LinksPanel />
        <div className="initiative-columns">
          <div className="initiative-stack">
            <LedgerPanel />
            {!shown.isPast && <CommitmentList initiative={shown.stream} />}
            <Trail />
          </div>
          <div className="initiative-stack">
            <Ratings />
            <Outlook />
            <Blockers />
            <Corrections />
            <Coverage />
            {shown.isPast && <Commitments />}
            <Notes />
          </div>
        </div>
        <Warnings />
      </div>
    </ShownProvider>
  );
};

/** `/initiatives/:kind/:id`: one initiative, as it is or as it was known on a day. */
const InitiativePage = () => {
  const address = useAddress();
  const { kind, id } = address ?? {};
  const at = useMemo(() => (kind && id ? { kind, id } : undefined), [kind, id]);
  if (!at) return <NotThere />;
  return <Page key={`${at.kind}/${at.id}`} at={at} />;
};
export default InitiativePage;
