import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, bodyOf } from '../../api/client.js';
import { useBilingual, useWords } from '../../app/reader.js';
import { Notice } from '../../ui/notice.js';
import './foreseen.css';
import { moveWords } from './move-words.js';

/** A day as it would be set. */
interface Day {
  readonly date: string;
  readonly off: boolean;
  readonly scope?: { readonly entity: string };
}

const initiativesAtOnce = 100;
const shownMost = 40;

/** What the day would move, page after page until all is read: each says how far it has come. */
const useForeseen = (calendar: string, { date, off, scope }: Day) => {
  const asked = useInfiniteQuery({
    queryKey: ['calendar-change', calendar, date, off, scope],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET('/api/portfolio/calendar-change', {
          params: {
            query: {
              calendar,
              date,
              off,
              ...scope,
              limit: initiativesAtOnce,
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    gcTime: 0,
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = asked;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const last = asked.data?.pages.at(-1);
  return {
    items: asked.data?.pages.flatMap(({ items }) => items) ?? [],
    looked: last?.looked ?? 0,
    of: last?.of ?? 0,
    restricted: last?.restricted ?? 0,
    isDone: last !== undefined && !hasNextPage,
    isError,
  };
};

type Found = ReturnType<typeof useForeseen>;

const Standing = ({ items, looked, of, restricted, isDone }: Found) => {
  const { calendarChange: words } = useWords();
  if (!isDone)
    return (
      <p className="foreseen-reading">
        <progress aria-label={words.progress} value={looked} max={Math.max(of, 1)} />
        <span>{words.reading(looked, of)}</span>
      </p>
    );
  return (
    <p role="status">
      <strong>{items.length === 0 ? words.nothing(of) : words.moved(items.length, of)}</strong>{' '}
      {restricted > 0 && words.restricted(restricted)}
    </p>
  );
};

/** What setting a day would move, read before it is recorded. */
export const Foreseen = ({ calendar, day }: { readonly calendar: string; readonly day: Day }) => {
  const words = useWords();
  const say = useBilingual();
  const found = useForeseen(calendar, day);
  const { items, isError } = found;
  return (
    <section className="foreseen" aria-labelledby="foreseen-title">
      <h3 id="foreseen-title">{words.calendarChange.title}</h3>
      <p className="quiet">{words.calendarChange.lead}</p>
      {isError ? <Notice tone="amber">{words.calendarChange.away}</Notice> : <Standing {...found} />}
      {items.length > 0 && (
        <ul className="foreseen-list" tabIndex={0} aria-labelledby="foreseen-title">
          {items.slice(0, shownMost).map(({ initiative: { kind, id, title }, moves }) => (
            <li key={`${kind}/${id}`}>
              <bdi className="foreseen-name">{say(title) || id}</bdi>
              <ul>
                {moves.map((move) => (
                  <li key={`${move.what} ${move.milestone ?? move.stage ?? ''}`}>{moveWords(move, { words, say })}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
      {items.length > shownMost && <p className="quiet">{words.calendarChange.others(items.length - shownMost)}</p>}
    </section>
  );
};
