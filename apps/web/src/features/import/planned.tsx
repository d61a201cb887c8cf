import { Link } from 'react-router';
import { useBilingual, useFormats, useWords } from '../../app/reader.js';
import type { Answer } from './asked.js';

/** How many rows are new, changed, unchanged and gone. */
export const Counts = ({ answer }: { readonly answer: Answer }) => {
  const { importing } = useWords();
  const { number } = useFormats();
  const counts = [
    [importing.new, answer.new],
    [importing.changed, answer.changed],
    [importing.unchanged, answer.unchanged],
    [importing.vanished, answer.vanished],
  ] as const;
  return (
    <dl className="import-counts">
      {counts.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{number(count)}</dd>
        </div>
      ))}
      {answer.vanished > 0 && <p className="hint">{importing.vanishedHint}</p>}
    </dl>
  );
};

/** The first initiatives an import would touch, and how much would be recorded of each. */
export const Planned = ({ preview }: { readonly preview: Answer['preview'] }) => {
  const { importing } = useWords();
  const { number } = useFormats();
  const say = useBilingual();
  if (preview.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="import-planned">
      <header>
        <h2 id="import-planned">{importing.willHappen}</h2>
      </header>
      <div className="import-scroll" tabIndex={0} role="group" aria-labelledby="import-planned">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{importing.row}</th>
              <th scope="col">{importing.initiative}</th>
              <th scope="col">{importing.change}</th>
              <th scope="col">{importing.commands}</th>
            </tr>
          </thead>
          <tbody>
            {preview.map(({ row, initiative, title, change, commands }) => (
              <tr key={initiative}>
                <td>{number(row)}</td>
                <td>
                  {change === 'new' ? (
                    <bdi>{say(title)}</bdi>
                  ) : (
                    <Link to={`/initiatives/${initiative}`}>
                      <bdi>{say(title)}</bdi>
                    </Link>
                  )}
                </td>
                <td>{importing[change]}</td>
                <td>{importing.commandCount(commands.length)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
