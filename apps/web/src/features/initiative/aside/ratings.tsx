import { useFormats, useWords } from '../../../app/reader.js';
import { Colour } from '../../../chart/colour.js';
import { useSession } from '../../../app/session.js';
import { useShown } from '../shown.js';
import { GiveRating } from './give-rating.js';
import { mayRate } from './may.js';

const voices = ['team', 'reviewer', 'independent'] as const;

/** Three voices side by side; a flag where they are apart, and never an average. */
export const Ratings = () => {
  const { initiative, vocabulary } = useWords();
  const { day } = useFormats();
  const { timeline, isPast } = useShown();
  const session = useSession();
  const { confidence } = timeline;
  return (
    <section className="panel" aria-labelledby="ratings-title">
      <header>
        <h2 id="ratings-title">{initiative.ratings.title}</h2>
        {confidence.apart && <span className="initiative-apart">≠ {initiative.ratings.apart}</span>}
      </header>
      <table className="table">
        <thead className="initiative-unseen">
          <tr>
            <th scope="col">{initiative.ratings.voice}</th>
            <th scope="col">{initiative.ratings.colour}</th>
            <th scope="col">{initiative.ratings.on}</th>
          </tr>
        </thead>
        <tbody>
          {voices.map((voice) => {
            const rating = confidence[voice];
            return (
              <tr key={voice}>
                <th scope="row">{vocabulary[voice]}</th>
                <td>
                  <Colour colour={rating?.colour ?? null} />
                </td>
                <td className="quiet">
                  {rating && day(rating.on)}
                  {rating?.old && <small className="aside-old">{initiative.ratings.old}</small>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {confidence.apart && <p className="aside-foot">{initiative.ratings.apartDetail}</p>}
      {!isPast && timeline.status !== 'draft' && mayRate(session) && (
        <p className="aside-foot">
          <GiveRating />
        </p>
      )}
    </section>
  );
};
