import { useRef } from 'react';
import { useOutbox } from '../../../app/commands/use-command.js';
import { useWords } from '../../../app/reader.js';
import { useShown } from '../shown.js';
import { Decision, subjectOf } from './decision.js';
import './decisions.css';
import { useDecisions } from './records.js';

/** The last answer the server has written down, once what it was about no longer waits. */
const useSettled = (waiting: readonly string[]) => {
  const { at } = useShown();
  const subjects = waiting.map((id) => subjectOf(at, id));
  const arrived = useOutbox().findLast(
    ({ state, intent }) =>
      state === 'arrived' && intent.about.startsWith(subjectOf(at, '')) && !subjects.includes(intent.about),
  );
  return arrived?.state === 'arrived' ? arrived.at : undefined;
};

/** What waits for this reader here; nothing where nothing does, and nothing on a past day. */
export const Decisions = () => {
  const { decisions, initiative } = useWords();
  const { at, isPast } = useShown();
  const { data } = useDecisions(at, isPast);
  const settled = useSettled((data ?? []).map(({ id }) => id));
  const title = useRef<HTMLHeadingElement>(null);
  if (isPast) return <p className="quiet decisions-past">{initiative.known.commandsHidden}</p>;
  if (!data || (data.length === 0 && settled === undefined)) return null;
  return (
    <section className="decisions" aria-labelledby="decisions-title">
      <h2 id="decisions-title" ref={title} tabIndex={-1}>
        {decisions.title}
      </h2>
      <ul>
        {data.map((item) => (
          <Decision key={item.id} item={item} next={title} />
        ))}
      </ul>
      {settled !== undefined && (
        <p className="decisions-state" role="status">
          {decisions.settled(settled)}
        </p>
      )}
    </section>
  );
};
