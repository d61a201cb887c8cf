import { Link, useSearchParams } from 'react-router';
import { useFormats, useWords } from '../../app/reader.js';
import { askedWith, withoutFilters, type Asked } from './asked.js';
import { countOf, type Row } from './rows.js';
import type { Totals as Sums } from './use-portfolio.js';

interface Props {
  readonly totals: Sums;
  readonly rows: readonly Row[];
  readonly isWhole: boolean;
}
interface Figure {
  readonly name: string;
  readonly value: number | undefined;
  readonly detail: string;
  readonly opens: Asked;
  /** Where there is little room the detail is heard alone, unless the figure would be misread without it. */
  readonly isTold?: boolean;
}

/** A few figures beneath the sentence, each with what it counts; a press opens its rows. */
export const Totals = ({ totals, rows, isWhole }: Props) => {
  const { portfolio, vocabulary } = useWords();
  const { number } = useFormats();
  const [search] = useSearchParams();
  const counted = (narrowing: 'waiting' | 'apart') => (isWhole ? countOf(rows, narrowing) : undefined);
  const waited = portfolio.waitingDetail(vocabulary.days(totals.waiting));
  const figures: readonly Figure[] = [
    {
      name: portfolio.initiatives,
      value: totals.initiatives,
      detail: portfolio.restricted(totals.restricted),
      opens: {},
      isTold: totals.restricted > 0,
    },
    {
      name: portfolio.complete,
      value: totals.byStatus['complete'] ?? 0,
      detail: portfolio.completeDetail,
      opens: { status: 'complete' },
    },
    { name: portfolio.waitingOnAParty, value: counted('waiting'), detail: waited, opens: { only: 'waiting' } },
    {
      name: portfolio.missedMilestones,
      value: totals.missed,
      detail: portfolio.missedDetail,
      opens: { only: 'missed' },
    },
    { name: portfolio.apart, value: counted('apart'), detail: portfolio.apartDetail, opens: { only: 'apart' } },
  ];
  return (
    <dl className="portfolio-totals">
      {figures.map(({ name, value, detail, opens, isTold }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Link to={{ search: askedWith(withoutFilters(search), opens).toString(), hash: 'rows' }}>
              {value === undefined ? '…' : number(value)}
            </Link>
            <span className={isTold ? 'portfolio-told' : undefined}>{detail}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
};
