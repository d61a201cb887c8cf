import { api, bodyOf } from '../../api/client.js';
import { useNames } from '../../app/names.js';
import { useBilingual, useWords } from '../../app/reader.js';
import { usePagedList } from '../../app/paged-list.js';
import { BodiesRoom } from './bodies-room.js';
import { RegisterEntity } from './register-entity.js';
import { Opener, useMayChange } from './room.js';
import { SucceedEntity } from './succeed-entity.js';

const page = (query: { limit: number; cursor?: string }) => bodyOf(api.GET('/api/entities', { params: { query } }));
type Entity = Awaited<ReturnType<typeof page>>['items'][number];

const EntityRow = ({ one }: { readonly one: Entity }) => {
  const { administration } = useWords();
  const { entity: words } = administration;
  const { entity: nameOf } = useNames();
  const say = useBilingual();
  const mayChange = useMayChange();
  return (
    <tr>
      <th scope="row">
        <bdi>{say(one.name)}</bdi>
        {one.parent !== undefined && <small className="quiet">{` ${words.parent} ${nameOf(one.parent)}`}</small>}
      </th>
      <td>
        <bdi>{one.id}</bdi>
      </td>
      <td>
        <bdi>{one.jurisdiction}</bdi>
      </td>
      <td>{administration.day(one.registeredOn)}</td>
      <td>{one.succeeded ? words.succeeded(nameOf(one.succeeded.by), one.succeeded.on) : words.active}</td>
      {mayChange && (
        <td>
          {!one.succeeded && (
            <Opener
              name={words.succeed}
              title={words.succeedTitle(say(one.name))}
              label={`${words.succeed}: ${say(one.name)}`}
              size="small"
            >
              {(close) => <SucceedEntity id={one.id} close={close} />}
            </Opener>
          )}
        </td>
      )}
    </tr>
  );
};

/** The register of government bodies. */
export const Entities = () => {
  const { administration } = useWords();
  const { entity: words } = administration;
  return (
    <BodiesRoom
      title={administration.entities}
      words={words}
      list={usePagedList(['entities', 'register'], page)}
      columns={[words.jurisdiction, words.registered, administration.state]}
      row={(one) => <EntityRow key={one.id} one={one} />}
      form={(close) => <RegisterEntity close={close} />}
    />
  );
};
