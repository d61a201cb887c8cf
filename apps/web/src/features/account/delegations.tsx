import { api, bodyOf } from '../../api/client.js';
import { useFormCommand, type Keyed } from '../../app/form-command.js';
import { useFormats, useWords } from '../../app/reader.js';
import { usePagedList } from '../../app/paged-list.js';
import { useSession } from '../../app/session.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { useState } from 'react';
import { Delegate } from './delegate.js';

const end = (id: string, keyed: Keyed) =>
  bodyOf(api.POST('/api/delegations/{id}/end', { params: { path: { id } }, body: {}, ...keyed }));

/** What the reader has lent and was lent, and lending anew. */
export const Delegations = () => {
  const { account, frame } = useWords();
  const { delegation: words } = account;
  const { list } = useFormats();
  const { user } = useSession();
  const [isOpen, setOpen] = useState(false);
  const { rows, more } = usePagedList(['delegations'], (query) =>
    bodyOf(api.GET('/api/delegations', { params: { query } })),
  );
  const command = useFormCommand(end, { old: ['delegations'] });
  return (
    <>
      {rows.length === 0 && <p>{words.none}</p>}
      <ul className="account-list">
        {rows.map(({ id, from, to, what, since, until, state }) => (
          <li key={id}>
            <div>
              <b>{words.lent(from, to)}</b>
              <small className="quiet">
                {list(what.map((one) => words.families[one] ?? one))} · {words.days(since, until)} ·{' '}
                {words.state[state]}
              </small>
            </div>
            {from === user && (state === 'in-force' || state === 'planned') && (
              <Button
                size="small"
                aria-label={words.endOf(to)}
                isDisabled={command.isPending}
                onPress={() => command.run(id)}
              >
                {words.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {command.fault !== undefined && <Notice tone="red">{command.fault}</Notice>}
      {more && <Button onPress={more}>{frame.more}</Button>}
      <p>
        <Button aria-haspopup="dialog" onPress={() => setOpen(true)}>
          {words.make}
        </Button>
      </p>
      {isOpen && <Delegate close={() => setOpen(false)} />}
    </>
  );
};
