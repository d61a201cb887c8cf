import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/reader.js';
import type { usePagedList } from '../../app/paged-list.js';
import { Skeleton } from '../../ui/skeleton.js';
import { answersTo } from './names-form.js';
import { More, Opener, Room, Sheet, useMayChange } from './room.js';
import { SearchRow } from './search-row.js';

interface Body {
  readonly id: string;
  readonly name: { readonly ar?: string; readonly en?: string };
}
interface Props<One extends Body> {
  readonly title: string;
  readonly words: { readonly lead: string; readonly register: string };
  readonly list: ReturnType<typeof usePagedList<One>>;
  /** Names of the columns between the name with its id and what can be done. */
  readonly columns: readonly string[];
  readonly row: (one: One) => ReactNode;
  readonly form: (close: () => void) => ReactNode;
}

/** A register of bodies, private or of government: looked through by name, and added to. */
export const BodiesRoom = <One extends Body>({ title, words, list, columns, row, form }: Props<One>) => {
  const { administration } = useWords();
  const mayChange = useMayChange();
  const [searched, search] = useState('');
  const rows = list.rows.filter(({ id, name }) => answersTo(searched, id, name.ar, name.en));
  const head = [administration.name, administration.id, ...columns, ...(mayChange ? [administration.actions] : [])];
  return (
    <Room
      title={title}
      lead={words.lead}
      actions={
        <Opener name={words.register} kind="primary">
          {form}
        </Opener>
      }
    >
      <SearchRow searched={searched} search={search} found={rows.length} total={list.total} clear={() => search('')} />
      {list.isPending && <Skeleton rows={8} />}
      {rows.length > 0 && (
        <Sheet label={title} head={head}>
          {rows.map(row)}
        </Sheet>
      )}
      <More more={list.more} />
    </Room>
  );
};
