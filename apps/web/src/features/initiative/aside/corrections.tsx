import { useFormats, useWords } from '../../../app/reader.js';
import { useShown, versionIn } from '../shown.js';
import { useSentences } from '../trail/trail.js';

/** Corrections apart from changes: both values, why, and the event. */
export const Corrections = () => {
  const { initiative, trail } = useWords();
  const { day } = useFormats();
  const { timeline, stream, openEvent } = useShown();
  const { value } = useSentences();
  if (timeline.corrections.length === 0) return null;
  return (
    <section className="panel aside-corrections" aria-labelledby="corrections-title">
      <header>
        <h2 id="corrections-title">{initiative.corrections.title}</h2>
      </header>
      <p className="aside-body quiet">{initiative.corrections.lead}</p>
      <ul className="aside-list">
        {timeline.corrections.map((correction) => {
          const { at, field, from, to, reason, on } = correction;
          const version = versionIn(stream, at);
          const name = trail.field[field as keyof typeof trail.field] ?? field;
          return (
            <li key={at}>
              <p>
                {initiative.corrections.change(name)}: <s>{value(field, from)}</s> <b>{value(field, to)}</b>
              </p>
              <p className="trail-words">
                <bdi>{reason}</bdi>
              </p>
              <p className="quiet">
                {day(on)}{' '}
                {version !== undefined && (
                  <button type="button" className="trail-link" onClick={() => openEvent(version)}>
                    {trail.version(version)}
                  </button>
                )}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
