import { useBilingual, useFormats, useWords } from '../../app/reader.js';
import type { Whole } from './asked.js';

type Target = NonNullable<Whole['for']['milestone']>['currentTarget'];

/** The dates of the milestones the partner's commitments feed: what it depends on, and nothing else of the initiative. */
export const DependedDates = ({ of }: { readonly of: readonly Whole[] }) => {
  const { commitments, vocabulary } = useWords();
  const { day, signed } = useFormats();
  const say = useBilingual();
  const fed = of.filter((one) => one.for.milestone !== undefined);
  const dated = (target: Target | null): string => {
    if (target === null) return '';
    if ('date' in target) return day(target.date);
    if ('absent' in target) return vocabulary.absentTarget[target.absent as keyof typeof vocabulary.absentTarget];
    return target.provisional === null ? vocabulary.absentTarget['depends-on-another'] : day(target.provisional);
  };
  if (fed.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="depended">
      <header>
        <h2 id="depended">{commitments.depended}</h2>
      </header>
      <div className="commitments-dates" role="group" aria-labelledby="depended" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{commitments.dependedLead}</th>
              <th scope="col">{vocabulary.originalTarget}</th>
              <th scope="col">{vocabulary.currentTarget}</th>
              <th scope="col">{vocabulary.slip}</th>
              <th scope="col">{vocabulary.actual}</th>
            </tr>
          </thead>
          <tbody>
            {fed.map(({ id, title, for: { milestone } }) => (
              <tr key={id}>
                <th scope="row">
                  <bdi>{say(title)}</bdi>
                </th>
                <td>{dated(milestone!.originalTarget)}</td>
                <td>{dated(milestone!.currentTarget)}</td>
                <td>{milestone!.slip === null ? '' : signed(milestone!.slip.days)}</td>
                <td>{milestone!.actual === null ? '' : day(milestone!.actual)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
