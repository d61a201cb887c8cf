import { useEffect, useMemo, useState } from 'react';
import { useNames } from '../../../app/names.js';
import { useBilingual, useFormats, useWords } from '../../../app/reader.js';
import { Button } from '../../../ui/button.js';
import { useShown } from '../shown.js';
import { TrailLine } from './trail-line.js';
import './trail.css';
import { shownItems, trailItems, type TrailFilter } from './trail-items.js';
import { sentenceContext } from './trail-names.js';

const atFirst = 30;
const filters = ['all', 'changes', 'corrections'] as const satisfies readonly TrailFilter[];

/** How the events of this initiative are told in the reader's language. */
export const useSentences = () => {
  const words = useWords();
  const formats = useFormats();
  const { entity, party, person } = useNames();
  const say = useBilingual();
  const { events, stage } = useShown();
  return useMemo(
    () => sentenceContext(events, { words, formats, entity, party, person, stage, say }),
    [events, words, formats, entity, party, person, stage, say],
  );
};

const Filters = ({ filter, choose }: { readonly filter: TrailFilter; choose(filter: TrailFilter): void }) => {
  const { trail } = useWords();
  return (
    <div className="trail-filters" role="group" aria-label={trail.filter}>
      {filters.map((one) => (
        <Button key={one} kind="quiet" size="small" aria-pressed={one === filter} onPress={() => choose(one)}>
          {trail[one]}
        </Button>
      ))}
    </div>
  );
};

/** Everything that was recorded, newest first. What a figure rests on is opened here. */
export const Trail = () => {
  const { trail } = useWords();
  const { events, openedEvent } = useShown();
  const context = useSentences();
  const [filter, setFilter] = useState<TrailFilter>('all');
  const [most, setMost] = useState(atFirst);
  const items = useMemo(() => trailItems(events, context), [events, context]);
  const opened = openedEvent === undefined ? -1 : items.findIndex(({ version }) => version === openedEvent);
  // What is opened is shown whatever the reader had filtered away.
  const shown = shownItems(items, opened >= 0 ? 'all' : filter);
  const count = Math.max(most, opened + 1);
  useEffect(() => {
    if (opened < 0) return;
    const line = document.getElementById(`event-${openedEvent}`);
    line?.scrollIntoView({ block: 'center' });
    line?.focus({ preventScroll: true });
  }, [opened, openedEvent]);
  return (
    <section className="panel" id="trail" aria-labelledby="trail-title">
      <header>
        <h2 id="trail-title">{trail.title}</h2>
        <Filters filter={opened >= 0 ? 'all' : filter} choose={setFilter} />
      </header>
      {shown.length === 0 && <p className="trail-none quiet">{trail.none}</p>}
      <ol className="trail">
        {shown.slice(0, count).map((item) => (
          <TrailLine key={item.version} item={item} isOpened={item.version === openedEvent} />
        ))}
      </ol>
      {shown.length > count && (
        <p className="trail-more">
          <Button size="small" onPress={() => setMost(count + 100)}>
            {trail.more(shown.length - count)}
          </Button>
        </p>
      )}
    </section>
  );
};
