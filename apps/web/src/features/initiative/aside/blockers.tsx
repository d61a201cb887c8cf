import { useNames } from '../../../app/names.js';
import { useBilingual, useWords } from '../../../app/reader.js';
import { daysFrom } from '../../../chart/scale.js';
import type { Timeline } from '../reading.js';
import { useShown } from '../shown.js';
import { isolated } from '../trail/trail-names.js';

type BlockerOf = Timeline['blockers'][number];

const Standing = ({ blocker }: { readonly blocker: BlockerOf }) => {
  const { initiative } = useWords();
  const { timeline } = useShown();
  const { dueOn, resolvedOn, outcome, days } = blocker;
  if (resolvedOn !== null)
    return (
      <p className="quiet">
        {initiative.blockers.resolved(resolvedOn)}
        {outcome !== null && (
          <>
            : <bdi>{outcome}</bdi>
          </>
        )}
      </p>
    );
  const left = daysFrom(timeline.on, dueOn);
  return (
    <p>
      <b className={left < 0 ? 'aside-late' : undefined}>
        {left < 0 ? initiative.blockers.over(-left) : initiative.blockers.left(left)}
      </b>{' '}
      <span className="quiet">{initiative.blockers.held(days)}</span>
    </p>
  );
};

/** Obstacles with who decides them and by when; open ones first. */
export const Blockers = () => {
  const { initiative, vocabulary } = useWords();
  const say = useBilingual();
  const { party } = useNames();
  const { timeline } = useShown();
  const named = (decider: string) =>
    isolated(decider.includes(':') || decider in vocabulary.bodies ? party(decider) : decider);
  const sorted = [...timeline.blockers].sort((a, b) => Number(a.resolvedOn !== null) - Number(b.resolvedOn !== null));
  return (
    <section className="panel" id="blockers" aria-labelledby="blockers-title">
      <header>
        <h2 id="blockers-title">{initiative.blockers.title}</h2>
      </header>
      {sorted.length === 0 && <p className="aside-body quiet">{initiative.blockers.none}</p>}
      <ul className="aside-list">
        {sorted.map((blocker) => (
          <li key={blocker.id}>
            <b>
              <bdi>{say(blocker.title)}</bdi>
            </b>
            <p className="quiet">{initiative.blockers.decider(named(blocker.decider))}</p>
            <Standing blocker={blocker} />
          </li>
        ))}
      </ul>
    </section>
  );
};
