import { useBilingual, useWords } from '../../../app/reader.js';
import type { Entry } from '../reading.js';
import { useShown, versionIn } from '../shown.js';
import { useSentences } from '../trail/trail.js';
import { sentenceOf } from '../trail/sentence.js';

/** An event of a commitment's own stream is told by the commitment. */
const useElsewhere = () => {
  const say = useBilingual();
  const { commitment } = useWords().vocabulary;
  const { timeline } = useShown();
  return (position: string): string => {
    const [stream, version] = position.split('@') as [string, string];
    const known = timeline.commitments.find(({ id }) => stream === `commitments/${id}`);
    return `${commitment} \u2068${known ? say(known.title) : stream}\u2069 (${version})`;
  };
};

/** What an entry rests on: each event in its sentence, which opens it in the trail. */
export const EntryGround = ({ entry }: { readonly entry: Entry }) => {
  const { ledger } = useWords();
  const { stream, events, openEvent } = useShown();
  const context = useSentences();
  const elsewhere = useElsewhere();
  return (
    <>
      <p>
        {ledger.why} · {ledger.source[entry.source]}
        {entry.rule !== undefined && ` · ${ledger.rule[entry.rule]}`}
      </p>
      <ul>
        {entry.because.map((position) => {
          const version = versionIn(stream, position);
          const event = events.find((one) => one.version === version);
          return (
            <li key={position}>
              {event ? (
                <button type="button" className="trail-link" onClick={() => openEvent(event.version)}>
                  {sentenceOf(event, context)}
                </button>
              ) : (
                elsewhere(position)
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
};
