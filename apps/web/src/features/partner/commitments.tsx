import { Disclosure, DisclosurePanel, Heading, Button as AriaButton } from 'react-aria-components';
import { useFormats, useWords } from '../../app/reader.js';
import { useScreenTitle } from '../../app/screen-title.js';
import { useNames } from '../../app/names.js';
import { useSession } from '../../app/session.js';
import { useShownDay } from '../../app/shown-day.js';
import { Patterns } from '../../chart/patterns.js';
import { Empty } from '../../ui/empty.js';
import { Icon } from '../../ui/icon.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useCommitments, useWholes, type Listed, type Whole } from './asked.js';
import { BookedDays } from './booked-days.js';
import { clocksOf, columnsOf } from './columns.js';
import { CommitmentCard } from './commitment-card.js';
import './commitments.css';
import { DependedDates } from './depended-dates.js';
import { OfficialOffer, PartnerOffer } from './offering.js';
import { useStanding, type Standing } from './standing.js';

interface ColumnProps {
  readonly id: string;
  readonly title: string;
  readonly of: readonly Listed[];
  readonly wholes: readonly Whole[];
  readonly standing: Standing;
}

const Column = ({ id, title, of, wholes, standing }: ColumnProps) => {
  const { commitments } = useWords();
  const { number } = useFormats();
  return (
    <section aria-labelledby={id} className="commitments-column">
      <h2 id={id}>
        {title} <span className="quiet">{number(of.length)}</span>
      </h2>
      {of.length === 0 && <p className="quiet">{commitments.nothingOwed}</p>}
      <div className="commitments-cards">
        {of.map((one) => (
          <CommitmentCard
            key={one.id}
            of={one}
            whole={wholes.find(({ id: of }) => of === one.id)}
            standing={standing}
          />
        ))}
      </div>
    </section>
  );
};

const Ended = ({ of, wholes, standing }: Omit<ColumnProps, 'id' | 'title'>) => {
  const { commitments } = useWords();
  if (of.length === 0) return null;
  return (
    <Disclosure className="commitments-ended">
      <Heading level={2}>
        <AriaButton slot="trigger" className="commitment-history-trigger">
          <Icon name="down" />
          {commitments.closed(of.length)}
        </AriaButton>
      </Heading>
      <DisclosurePanel>
        <div className="commitments-columns">
          {of.map((one) => (
            <CommitmentCard key={one.id} of={one} whole={wholes.find(({ id }) => id === one.id)} standing={standing} />
          ))}
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
};

const Offer = ({ wholes }: { readonly wholes: readonly Whole[] }) => {
  const { partner, roles, onlyAccount } = useSession();
  if (partner !== undefined) return <PartnerOffer wholes={wholes} />;
  return roles.includes('lead') || onlyAccount === true ? <OfficialOffer /> : null;
};

/** What we owe and what we are owed, as one side reads it: a partner its own, officials those of every partner. */
const Commitments = () => {
  const { commitments, frame } = useWords();
  useScreenTitle(frame.commitments);
  const { today } = useShownDay();
  const standing = useStanding();
  const { partner } = useSession();
  const names = useNames();
  const isPartner = standing.side === 'partner';
  const all = useCommitments().data;
  const wholes = useWholes(isPartner ? (all ?? []).map(({ id }) => id) : []);
  if (!all) return <Skeleton rows={8} />;
  if (all.length === 0)
    return (
      <Empty title={commitments.empty[standing.side]} detail={commitments.emptyDetail[standing.side]}>
        <Offer wholes={wholes} />
      </Empty>
    );
  const { owe, owed, ended } = columnsOf(all, standing.side);
  const { own, other, unanswered } = clocksOf(all, standing.side);
  const owes = { id: 'owe', title: commitments.owe[standing.side], of: owe, wholes, standing };
  const isOwed = { id: 'owed', title: commitments.owed[standing.side], of: owed, wholes, standing };
  return (
    <div className="screen commitments">
      <Patterns />
      <p className="quiet">
        {partner !== undefined && (
          <>
            <b className="commitments-name">
              <bdi>{names.party(`partner:${partner}`)}</bdi>
            </b>{' '}
            ·{' '}
          </>
        )}
        {frame.today(today)}
      </p>
      <div className="commitments-top">
        <h1>{commitments.headline[standing.side](own, other)}</h1>
        <Offer wholes={wholes} />
      </div>
      {unanswered > 0 && <p className="commitments-unanswered">{commitments.unanswered(unanswered)}</p>}
      <div className={isPartner ? 'commitments-columns' : 'commitments-rows'}>
        <Column {...owes} />
        <div className="commitments-column">
          <Column {...isOwed} />
          {isPartner && <BookedDays of={wholes} />}
          {isPartner && <DependedDates of={wholes} />}
        </div>
      </div>
      <Ended of={ended} wholes={wholes} standing={standing} />
      {isPartner && <p className="commitments-foot">{commitments.onlyYours}</p>}
    </div>
  );
};
export default Commitments;
