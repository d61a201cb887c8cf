import { useRef, useState } from 'react';
import { useNames } from '../../../app/names.js';
import { useBilingual, useFormats, useWords } from '../../../app/reader.js';
import { Paused } from '../../../chart/marks.js';
import { PartyNamed } from '../../../chart/party-named.js';
import { Button } from '../../../ui/button.js';
import { Icon } from '../../../ui/icon.js';
import type { Entry } from '../reading.js';
import { useShown } from '../shown.js';
import { EntryGround } from './entry-ground.js';
import { ContestDialog } from './contest-dialog.js';
import { mayContest } from './may-contest.js';
import { useSession } from '../../../app/session.js';

/** Why somebody waits: the reason picked, else the cause; of a pause or a ruling, its own words. */
const Cause = ({ entry }: { readonly entry: Entry }) => {
  const { ledger, vocabulary } = useWords();
  const { bucket, reason, cause, rule, source } = entry;
  if (bucket === 'active') return vocabulary.active;
  if (reason !== null && reason in vocabulary.waitReason)
    return vocabulary.waitReason[reason as keyof typeof vocabulary.waitReason];
  if (reason !== null) return <bdi>{reason}</bdi>;
  if (source === 'derived' && rule !== undefined) return ledger.rule[rule];
  return cause === null ? vocabulary[bucket] : vocabulary.cause[cause];
};

const Marks = ({ entry }: { readonly entry: Entry }) => {
  const { ledger } = useWords();
  const { party } = useNames();
  const { contest, cause, stale, recordedLate, contestedDays, source } = entry;
  const told = [
    ...(source === 'ruling' ? [ledger.source.ruling] : []),
    ...(cause === 'statutory' ? [ledger.statutory] : []),
    ...(stale ? [ledger.stale] : []),
    ...(recordedLate === undefined ? [] : [ledger.recordedLate(recordedLate)]),
  ];
  return (
    <>
      {told.length > 0 && <small className="ledger-marks">{told.join(' · ')}</small>}
      {contest && (
        <small className={contest.state === 'open' ? 'ledger-contested' : 'ledger-marks'}>
          {ledger.contest[contest.state](`\u2068${party(contest.by)}\u2069`, contest.on)}
          {contestedDays !== undefined && ` · ${ledger.contest.contestedDays(contestedDays)}`}
        </small>
      )}
    </>
  );
};

const Party = ({ entry, owner }: { readonly entry: Entry; readonly owner: string }) => {
  const { party } = useNames();
  if (entry.bucket !== 'paused') return <PartyNamed party={entry.party} owner={owner} />;
  return (
    <span className="party-named">
      <svg className="chart-swatch" viewBox="0 0 14 12" aria-hidden="true">
        <Paused from={0.5} to={13.5} y={6} thickness={11} />
      </svg>
      <bdi>{party(entry.party)}</bdi>
    </span>
  );
};

/** One entry: whose days, why, from when to when, and what it rests on. */
export const EntryRow = ({ entry }: { readonly entry: Entry }) => {
  const { ledger, vocabulary } = useWords();
  const { number } = useFormats();
  const say = useBilingual();
  const { timeline, isPast } = useShown();
  const session = useSession();
  const [isOpen, setOpen] = useState(false);
  const why = useRef<HTMLButtonElement>(null);
  const { id, from, to, days, workingDays, bucket, milestone } = entry;
  const title = say(timeline.milestones.find((one) => one.id === milestone)?.title);
  const runs = to === timeline.on && timeline.endedOn === null && !isPast;
  return (
    <>
      <tr>
        <td>
          <Party entry={entry} owner={timeline.owner} />
        </td>
        <td>
          {bucket === 'paused' && `${vocabulary.pause}: `}
          <Cause entry={entry} />
          {title !== '' && <small className="quiet"> {ledger.forMilestone(`\u2068${title}\u2069`)}</small>}
          <Marks entry={entry} />
        </td>
        <td>{runs ? ledger.fromOn(from) : ledger.fromTo(from, to)}</td>
        <td className="amount">
          <b>{number(days)}</b>
          <small className="quiet ledger-working">{ledger.working(workingDays)}</small>
        </td>
        <td className="ledger-actions">
          <Button
            kind="quiet"
            size="small"
            ref={why}
            aria-label={ledger.why}
            aria-expanded={isOpen}
            onPress={() => setOpen(!isOpen)}
          >
            <Icon name={isOpen ? 'close' : 'down'} />
          </Button>
          {!isPast && mayContest(session, entry) && <ContestDialog entry={entry} next={why} />}
        </td>
      </tr>
      {isOpen && (
        <tr id={`ground-${id}`} className="ledger-ground">
          <td colSpan={5}>
            <EntryGround entry={entry} />
          </td>
        </tr>
      )}
    </>
  );
};
