import { useNames } from '../../../app/names.js';
import { useBilingual, useFormats, useWords } from '../../../app/reader.js';
import { useShown } from '../shown.js';
import { isolated } from '../trail/trail-names.js';

/** What is owed here in either direction, with the days on each side. */
export const Commitments = () => {
  const { initiative } = useWords();
  const { party } = useNames();
  const say = useBilingual();
  const { timeline } = useShown();
  if (timeline.commitments.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="commitments-title">
      <header>
        <h2 id="commitments-title">{initiative.commitments.title}</h2>
      </header>
      <ul className="aside-list">
        {timeline.commitments.map(({ id, title, debtor, receiver, status, dueOn, clock }) => (
          <li key={id}>
            <b>
              <bdi>{say(title)}</bdi>
            </b>
            <p className="quiet">{initiative.commitments.owes(isolated(party(debtor)), isolated(party(receiver)))}</p>
            <p>
              {initiative.commitments.status[status]} · {initiative.commitments.due(dueOn)}
            </p>
            <p className="quiet">
              {initiative.commitments.debtorDays(clock.debtor)} · {initiative.commitments.receiverDays(clock.receiver)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Who applies a policy: declared and verified apart. */
export const Coverage = () => {
  const { initiative } = useWords();
  const { day } = useFormats();
  const { entity } = useNames();
  const { coverage } = useShown().timeline;
  if (!coverage) return null;
  return (
    <section className="panel" aria-labelledby="coverage-title">
      <header>
        <h2 id="coverage-title">{initiative.coverage.title}</h2>
      </header>
      <p className="aside-body">
        {initiative.coverage.declared(coverage.declared.applied, coverage.of)}
        <br />
        {initiative.coverage.verified(coverage.verified.applied, coverage.of)}
      </p>
      <table className="table">
        <tbody>
          {coverage.entities.map((one) => (
            <tr key={one.entity}>
              <th scope="row">
                <bdi>{entity(one.entity)}</bdi>
              </th>
              <td>{initiative.coverage.states[one.state]}</td>
              <td className="quiet">{day(one.verifiedOn ?? one.declaredOn ?? one.dueOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
