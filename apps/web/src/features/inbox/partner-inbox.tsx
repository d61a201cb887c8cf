import { useState } from 'react';
import { Link } from 'react-router';
import { useBilingual, useWords } from '../../app/reader.js';
import { useShownDay } from '../../app/shown-day.js';
import { daysFrom } from '../../chart/scale.js';
import { Patterns } from '../../chart/patterns.js';
import { Button } from '../../ui/button.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useStanding } from '../partner/standing.js';
import { usePartnerInbox } from './asked.js';
import { CommitmentPane } from './commitment-pane.js';
import { InboxRow } from './inbox-row.js';
import './inbox.css';

/** What commitments ask of a partner, oldest first, each with its whole card where it is opened. */
export const PartnerInbox = () => {
  const { inbox, frame, commitments } = useWords();
  const say = useBilingual();
  const { today } = useShownDay();
  const standing = useStanding();
  const asked = usePartnerInbox();
  const [open, setOpen] = useState<string>();
  if (!asked.data) return <Skeleton rows={6} />;
  const items = asked.data.pages.flatMap((page) => page.items);
  const total = asked.data.pages[0]!.total;
  return (
    <div className="screen inbox">
      <Patterns />
      <p className="quiet">{frame.today(today)}</p>
      <h1>{typeof total === 'number' ? inbox.partnerHeadline(total) : total}</h1>
      {items.length === 0 ? (
        <p className="quiet">
          {inbox.partnerEmptyDetail} <Link to="/commitments">{inbox.toCommitments}</Link>
        </p>
      ) : (
        <ul className="panel inbox-list" aria-label={inbox.oldestFirst}>
          {items.map(({ id, wants, since, commitment, title, dueOn }) => (
            <InboxRow
              key={id}
              id={`waits-${id}`}
              what={inbox.what[wants === 'due-change' ? wants : (`commitment-${wants}` as const)]}
              title={<bdi>{say(title)}</bdi>}
              about={`${commitments.due} ${commitments.dueOn(dueOn)}`}
              since={inbox.since(since, daysFrom(since, today))}
              isOpen={open === id}
              toggle={() => setOpen(open === id ? undefined : id)}
            >
              <CommitmentPane id={commitment} standing={standing} />
            </InboxRow>
          ))}
        </ul>
      )}
      {asked.hasNextPage && <Button onPress={() => void asked.fetchNextPage()}>{inbox.more}</Button>}
    </div>
  );
};
