import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { useNames } from '../../app/names.js';
import { useBilingual, useFormats, useWords } from '../../app/reader.js';
import { useSession } from '../../app/session.js';
import { Notice } from '../../ui/notice.js';
import { History } from './history.js';
import { PersonCommands } from './person-commands.js';
import { askPerson } from './person-record.js';
import { placeOf } from './places.js';
import { Room } from './room.js';

/** One person: where he stands, what can be done about the account, and what was. */
export const Person = () => {
  const { accounts, administration, vocabulary } = useWords();
  const { user = '' } = useParams();
  const { list } = useFormats();
  const { party } = useNames();
  const say = useBilingual();
  const session = useSession();
  const { data: person } = useSuspenseQuery({ queryKey: ['people', user], queryFn: () => askPerson(user) });
  const isSelf = session.user === user;
  const facts = [
    [accounts.user, person.user],
    [accounts.roles, list(person.roles.map((role) => vocabulary.role[role]))],
    [accounts.place, placeOf(person) === '' ? accounts.noPlace : party(placeOf(person))],
    [administration.state, accounts.state[person.state]],
    ...(person.mail === undefined ? [] : [[accounts.mail, person.mail]]),
  ];
  return (
    <Room title={say(person.name) || person.user} actions={isSelf ? undefined : <PersonCommands person={person} />}>
      {isSelf && (
        <Notice>
          {accounts.own} <Link to="/account">{accounts.toAccount}</Link>
        </Notice>
      )}
      <dl className="panel administration-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <History entries={person.history} />
    </Room>
  );
};
