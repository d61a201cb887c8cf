import { Link, useSearchParams } from 'react-router';
import { useNames } from '../../app/names.js';
import { useWords } from '../../app/reader.js';
import { askedWith, withoutFilters, type Asked } from './asked.js';
import { longestOf, type Row } from './rows.js';
import { piecesOf } from './sentence.js';
import type { Totals } from './use-portfolio.js';

interface Props {
  readonly totals: Totals;
  readonly rows: readonly Row[];
  /** Of all rows together is only spoken once all are here. */
  readonly isWhole: boolean;
}

/** The portfolio in one sentence; each figure in it opens its rows. */
export const Headline = ({ totals, rows, isWhole }: Props) => {
  const { portfolio, vocabulary } = useWords();
  const { party } = useNames();
  const [search] = useSearchParams();
  const longest = isWhole ? longestOf(rows) : undefined;
  const wait = longest && { party: party(longest.party), days: vocabulary.days(longest.days) };
  const opens: readonly Asked[] = [{}, { status: 'active' }, { only: 'missed' }, { waited: longest?.party ?? '' }];
  const pieces = piecesOf(
    portfolio.headline(totals.initiatives, totals.byStatus['active'] ?? 0, totals.missed, wait || undefined),
  );
  return (
    <h1 className="portfolio-headline">
      {pieces.map(({ text, figure }, index) =>
        figure === undefined ? (
          text
        ) : (
          <Link
            key={index}
            to={{ search: askedWith(withoutFilters(search), opens[figure - 1] ?? {}).toString(), hash: 'rows' }}
          >
            {text}
          </Link>
        ),
      )}
    </h1>
  );
};
