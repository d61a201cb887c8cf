import { api, bodyOf } from '../../api/client.js';
import { useFormCommand } from '../../app/form-command.js';
import { useWords } from '../../app/reader.js';
import { usePagedList } from '../../app/paged-list.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';

/** Where this account is signed in, the latest used first. */
export const OwnSessions = () => {
  const { account, frame } = useWords();
  const { sessions: words } = account;
  const { rows, more } = usePagedList(['sessions'], (query) => bodyOf(api.GET('/api/sessions', { params: { query } })));
  const command = useFormCommand((id: string) => api.DELETE('/api/sessions/{id}', { params: { path: { id } } }), {
    old: ['sessions'],
  });
  return (
    <>
      <ul className="account-list">
        {rows.map(({ id, agent, from, startedAt, usedAt, current }) => (
          <li key={id}>
            <div>
              <b>
                <bdi>{agent ?? words.unknown}</bdi>
              </b>
              <small className="quiet">
                {words.from(from)} · {words.begun(startedAt)} · {words.used(usedAt)}
              </small>
            </div>
            {current ? (
              <span className="account-current">{words.current}</span>
            ) : (
              <Button
                size="small"
                aria-label={words.endOf(agent ?? words.unknown)}
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
    </>
  );
};
