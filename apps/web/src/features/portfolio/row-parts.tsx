import { Link } from 'react-router';
import { useNames } from '../../app/names.js';
import { useBilingual, useFormats, useWords } from '../../app/reader.js';
import { Confidence } from '../../chart/confidence.js';
import { PartyNamed } from '../../chart/party-named.js';
import { daysFrom } from '../../chart/scale.js';
import { Icon } from '../../ui/icon.js';
import { areApart, type Row } from './rows.js';
import './rows.css';

interface OfRow {
  readonly row: Row;
}

/** What the initiative is called, whose it is, and what is amiss. */
export const Title = ({ row }: OfRow) => {
  const { vocabulary, portfolio } = useWords();
  const { entity } = useNames();
  const say = useBilingual();
  const kind = vocabulary.kind[row.kind as keyof typeof vocabulary.kind];
  const amiss = row.missed > 0 ? vocabulary.missed : row.stalled ? portfolio.stalled : undefined;
  return (
    <>
      <Link to={`/initiatives/${row.kind}/${row.id}`} className="portfolio-title" title={say(row.title)}>
        <bdi>{say(row.title)}</bdi>
      </Link>
      <span className="portfolio-about">
        <span className="portfolio-owner">
          {kind} · <bdi>{entity(row.owner)}</bdi>
        </span>
        {amiss !== undefined && (
          <span className="portfolio-amiss">
            <Icon name="warning" />
            {amiss}
          </span>
        )}
      </span>
    </>
  );
};

/** Who is waited on now and for how long; else the longest wait there was. */
export const Waits = ({ row, on }: OfRow & { readonly on: string }) => {
  const { vocabulary, portfolio } = useWords();
  const { holder } = row.line;
  if (holder?.bucket === 'waiting')
    return (
      <>
        <PartyNamed party={holder.party} owner={row.owner} />
        <small>{portfolio.open(vocabulary.days(daysFrom(holder.since, on)))}</small>
      </>
    );
  return (
    <>
      <span className="quiet">
        {holder?.bucket === 'paused'
          ? portfolio.pausedSince(holder.since)
          : row.endedOn === null && row.startedOn !== null
            ? portfolio.working
            : vocabulary.initiativeStatus[row.status]}
      </span>
      {row.longestWait && <small>{portfolio.longest(vocabulary.days(row.longestWait.days))}</small>}
    </>
  );
};

/** The team's rating and another's side by side, never averaged. */
export const Ratings = ({ row }: OfRow) => {
  const { vocabulary } = useWords();
  const { team, independent, reviewer } = row.confidence;
  const apart = areApart(row);
  const other = independent ?? reviewer;
  if (!team && !other) return <Confidence colour={undefined} />;
  const of = independent ? vocabulary.independent : vocabulary.reviewer;
  return (
    <span className={apart ? 'portfolio-ratings portfolio-ratings-apart' : 'portfolio-ratings'}>
      <span title={vocabulary.team}>
        <Confidence colour={team?.colour} />
      </span>
      <i title={apart ? vocabulary.apart : ''} aria-label={apart ? vocabulary.apart : undefined}>
        {apart ? '≠' : ''}
      </i>
      <span title={of}>
        <Confidence colour={other?.colour} />
      </span>
    </span>
  );
};

export const SlipDays = ({ row: { slip } }: OfRow) => {
  const { signed } = useFormats();
  if (!slip) return <span className="quiet">—</span>;
  return <span className={slip.days > 0 ? 'portfolio-slipped' : undefined}>{signed(slip.days)}</span>;
};
