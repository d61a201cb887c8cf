import { useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useNames } from '../../app/names.js';
import { useBilingual, useFormats, useWords } from '../../app/reader.js';
import { useShownDay } from '../../app/shown-day.js';
import { Patterns } from '../../chart/patterns.js';
import { Button } from '../../ui/button.js';
import { Choice } from '../../ui/choice.js';
import { Empty } from '../../ui/empty.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useStanding, type Standing } from '../partner/standing.js';
import { useInbox, type Item } from './asked.js';
import { CommitmentPane } from './commitment-pane.js';
import { DecisionPane } from './decision-pane.js';
import { InboxRow } from './inbox-row.js';
import './inbox.css';

const everything = 'all';

interface RowProps {
  readonly item: Item;
  readonly standing: Standing;
  readonly isOpen: boolean;
  readonly toggle: () => void;
  readonly settled: (said: string) => void;
}

const Row = ({ item, standing, isOpen, toggle, settled }: RowProps) => {
  const { inbox } = useWords();
  const say = useBilingual();
  const names = useNames();
  const { initiative, by, to, entity, title, level, words } = item;
  const about = `/initiatives/${initiative.kind}/${initiative.id}`;
  return (
    <InboxRow
      id={`waits-${item.id}`}
      what={inbox.what[item.what]}
      title={<bdi>{title ? say(title) : entity === undefined ? say(initiative.title) : names.entity(entity)}</bdi>}
      about={
        <>
          <Link to={about}>
            <bdi>{say(initiative.title)}</bdi>
          </Link>
          {by !== undefined && (
            <>
              {' · '}
              {inbox.by} <bdi>{names.person(by)}</bdi>
            </>
          )}
          {to !== undefined && (
            <>
              {' · '}
              {inbox.to} <bdi>{names.party(to)}</bdi>
            </>
          )}
          {item.restricted === true && ` · ${inbox.restricted}`}
        </>
      }
      words={words}
      since={inbox.since(item.since, item.days)}
      level={{ at: level, said: level > 1 ? inbox.level.two : inbox.level.one }}
      act={item.what === 'forecast' ? inbox.expect : item.what === 'question' ? inbox.answerIt : undefined}
      isOpen={isOpen}
      toggle={toggle}
    >
      {item.commitment === undefined ? (
        <DecisionPane item={item} settled={settled} />
      ) : (
        <CommitmentPane id={item.commitment} standing={standing} />
      )}
    </InboxRow>
  );
};

const Kinds = ({ what, choose }: { readonly what: string | undefined; readonly choose: (what: string) => void }) => {
  const { inbox } = useWords();
  const options = [
    { id: everything, name: inbox.all },
    ...Object.entries(inbox.what).map(([id, name]) => ({ id, name: name as string })),
  ];
  return <Choice label={inbox.kind} options={options} value={what ?? everything} choose={choose} />;
};

/** What waits for an official, oldest first, decided where it stands. */
export const Decisions = () => {
  const { inbox, frame } = useWords();
  const { time } = useFormats();
  const { today } = useShownDay();
  const [search, setSearch] = useSearchParams();
  const kind = search.get('what');
  const what = kind !== null && kind in inbox.what ? kind : undefined;
  const asked = useInbox(what);
  const standing = useStanding();
  const [open, setOpen] = useState<string>();
  const [recorded, setRecorded] = useState<string>();
  const told = useRef<HTMLParagraphElement>(null);
  if (!asked.data) return <Skeleton rows={10} />;
  const items = asked.data.pages.flatMap((page) => page.items);
  const total = asked.data.pages[0]!.total;
  const choose = (chosen: string) => setSearch(chosen === everything ? {} : { what: chosen });
  const settled = (said: string) => {
    setOpen(undefined);
    setRecorded(inbox.recorded(said, time(new Date().toISOString())));
    requestAnimationFrame(() => told.current?.focus());
  };
  return (
    <div className="screen inbox">
      <Patterns />
      <p className="quiet">{frame.today(today)}</p>
      <div className="inbox-top">
        <h1>{typeof total === 'number' ? inbox.headline(total) : total}</h1>
        <Kinds what={what} choose={choose} />
      </div>
      <p ref={told} tabIndex={-1} role="status" className="inbox-recorded">
        {recorded}
      </p>
      {items.length === 0 ? (
        what === undefined ? (
          <p className="quiet">{inbox.emptyDetail}</p>
        ) : (
          <Empty title={inbox.emptyOfKind}>
            <Button onPress={() => choose(everything)}>{inbox.showAll}</Button>
          </Empty>
        )
      ) : (
        <ul className="panel inbox-list" aria-label={inbox.oldestFirst}>
          {items.map((item) => (
            <Row
              key={item.id}
              item={item}
              standing={standing}
              isOpen={open === item.id}
              toggle={() => setOpen(open === item.id ? undefined : item.id)}
              settled={settled}
            />
          ))}
        </ul>
      )}
      {asked.hasNextPage && <Button onPress={() => void asked.fetchNextPage()}>{inbox.more}</Button>}
    </div>
  );
};
