import { useWords } from '../../../app/reader.js';

/** Forecast and days gained: no figure is shown before there is one that survives being asked about. */
export const Outlook = () => {
  const { initiative } = useWords();
  return (
    <section className="panel" aria-labelledby="outlook-title">
      <header>
        <h2 id="outlook-title">
          {initiative.forecastTitle} · {initiative.gainedTitle}
        </h2>
      </header>
      <p className="aside-body quiet">{initiative.notOffered}</p>
    </section>
  );
};
