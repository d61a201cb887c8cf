import { api, bodyOf } from '../../api/client.js';
import { useNames } from '../../app/names.js';
import { useBilingual, useFormats, useWords } from '../../app/reader.js';
import { usePagedList } from '../../app/paged-list.js';
import { Button } from '../../ui/button.js';
import { useProfiles } from './asked.js';

/** What was imported, the latest first. */
export const Before = () => {
  const { importing, frame } = useWords();
  const { number } = useFormats();
  const say = useBilingual();
  const { person } = useNames();
  const profiles = useProfiles();
  const { rows, more } = usePagedList(['imports'], (query) => bodyOf(api.GET('/api/imports', { params: { query } })));
  if (rows.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="import-before">
      <header>
        <h2 id="import-before">{importing.before}</h2>
      </header>
      <div className="import-scroll" tabIndex={0} role="group" aria-labelledby="import-before">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{importing.file}</th>
              <th scope="col">{importing.profile}</th>
              <th scope="col">{importing.change}</th>
              <th scope="col">{importing.new}</th>
              <th scope="col">{importing.changed}</th>
              <th scope="col">{importing.when}</th>
              <th scope="col">{importing.by}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <bdi>{one.filename ?? one.id.slice(0, 8)}</bdi>
                </th>
                <td>{say(profiles?.find(({ id }) => id === one.profile)?.title) || one.profile}</td>
                <td>{importing.status[one.status]}</td>
                <td>{number(one.new)}</td>
                <td>{number(one.changed)}</td>
                <td>{importing.at(one.startedAt)}</td>
                <td>
                  <bdi>{person(one.actor)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more && <Button onPress={more}>{frame.more}</Button>}
    </section>
  );
};
