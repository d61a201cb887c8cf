import { lazy, Suspense, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useFormats, useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { Notice } from '../../ui/notice.js';
import { askedWith } from './asked.js';

interface Props {
  readonly knownOn: string | undefined;
  readonly today: string;
}

/** Fetched by whoever looks back. */
const DayBetween = lazy(() => import('../../ui/day-between.js'));

/** Nothing is asked about days before this one: no programme is older. */
const firstDay = '2000-01-01';

/** The day as known on which everything is read; today where none is chosen. */
export const KnownOn = ({ knownOn, today }: Props) => {
  const { portfolio, vocabulary } = useWords();
  const { day } = useFormats();
  const [isOpen, setOpen] = useState(false);
  const [, setSearch] = useSearchParams();
  const choose = (chosen: string) =>
    setSearch((search) => askedWith(search, { knownOn: chosen === today ? undefined : chosen }), { replace: true });
  const shown = knownOn === undefined ? vocabulary.today : day(knownOn);
  return (
    <div className={knownOn === undefined ? 'portfolio-known' : 'portfolio-known portfolio-known-past'}>
      <Icon name="eye" />
      {isOpen ? (
        <>
          <span aria-hidden="true">{portfolio.knownOn}</span>
          <Suspense fallback={shown}>
            <DayBetween
              label={portfolio.knownOn}
              labelOutside={portfolio.knownOutside}
              first={firstDay}
              last={today}
              day={knownOn ?? today}
              autoFocus
              choose={choose}
            />
          </Suspense>
        </>
      ) : (
        <Button kind="quiet" size="small" onPress={() => setOpen(true)}>
          {portfolio.knownOn}: {shown}
          <Icon name="down" />
        </Button>
      )}
    </div>
  );
};

/** That the page shows the past, and the way back. */
export const KnownNotice = ({ knownOn }: { readonly knownOn: string }) => {
  const { portfolio } = useWords();
  const [, setSearch] = useSearchParams();
  return (
    <Notice tone="gold">
      {portfolio.knownNotice(knownOn)}{' '}
      <Button size="small" onPress={() => setSearch((search) => askedWith(search, { knownOn: undefined }))}>
        {portfolio.knownToday}
      </Button>
    </Notice>
  );
};
