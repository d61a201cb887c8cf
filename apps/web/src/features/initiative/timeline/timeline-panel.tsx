import { useState } from 'react';
import { useWords } from '../../../app/reader.js';
import { Button } from '../../../ui/button.js';
import { Icon } from '../../../ui/icon.js';
import { KnownOn } from '../known/known-on.js';
import { Chart } from './chart.js';
import { Legend } from './legend.js';
import { TimelineTable } from './table.js';

/** The timeline with the day it is known on; as a drawing, or as a table one press away. */
export const TimelinePanel = () => {
  const { acceleration } = useWords();
  const [isTable, setTable] = useState(false);
  return (
    <section className="panel timeline-panel" id="timeline" aria-labelledby="timeline-title">
      <header>
        <h2 id="timeline-title">{acceleration.title}</h2>
        <KnownOn />
        <Button kind="quiet" size="small" onPress={() => setTable(!isTable)}>
          <Icon name={isTable ? 'graph' : 'table'} />
          {isTable ? acceleration.asChart : acceleration.asTable}
        </Button>
      </header>
      {isTable ? (
        <TimelineTable />
      ) : (
        <>
          <Legend />
          <Chart />
        </>
      )}
    </section>
  );
};
