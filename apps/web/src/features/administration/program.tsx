import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api, bodyOf } from '../../api/client.js';
import { useBilingual, useWords } from '../../app/reader.js';
import { ReasonForm } from './reason-form.js';
import { History } from './history.js';
import { MakeKey } from './make-key.js';
import { Opener, Room, Sheet, useMayChange } from './room.js';

const ask = (user: string) => bodyOf(api.GET('/api/service-accounts/{user}', { params: { path: { user } } }));

const EndKey = ({ user, id }: { readonly user: string; readonly id: string }) => {
  const { programs } = useWords().accounts;
  const path = { user, key: id };
  return (
    <Opener name={programs.endKey} kind="danger" size="small" label={`${programs.endKey} ${id}`}>
      {(close) => (
        <ReasonForm
          form={`end key ${id}`}
          lead={programs.endKeyHint}
          send={programs.endKey}
          old={['programs']}
          isDanger
          act={(body, keyed) =>
            bodyOf(api.POST('/api/service-accounts/{user}/keys/{key}/end', { params: { path }, body, ...keyed }))
          }
          close={close}
        />
      )}
    </Opener>
  );
};

/** One program: its keys, and what was done to it. */
export const Program = () => {
  const { accounts, administration } = useWords();
  const { user = '' } = useParams();
  const say = useBilingual();
  const mayChange = useMayChange();
  const { data: program } = useSuspenseQuery({ queryKey: ['programs', user], queryFn: () => ask(user) });
  const { programs } = accounts;
  return (
    <Room
      title={say(program.name) || program.user}
      actions={
        <Opener name={programs.makeKey} kind="primary">
          {(close) => <MakeKey user={user} close={close} />}
        </Opener>
      }
    >
      <h2>{programs.keys}</h2>
      {program.keys.length === 0 ? (
        <p className="quiet">{programs.noKeys}</p>
      ) : (
        <Sheet label={programs.keys} head={[programs.key, programs.scopes, programs.expiresOn, administration.actions]}>
          {program.keys.map(({ id, scopes, expiresAt }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{id}</bdi>
              </th>
              <td dir="ltr">{scopes.join(' · ')}</td>
              <td>{programs.expires(expiresAt)}</td>
              <td>{mayChange && <EndKey user={user} id={id} />}</td>
            </tr>
          ))}
        </Sheet>
      )}
      <History entries={program.history} />
    </Room>
  );
};
