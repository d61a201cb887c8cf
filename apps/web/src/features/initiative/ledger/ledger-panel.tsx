import { useState } from 'react';
import { useNames } from '../../../app/names.js';
import { useFormats, useWords } from '../../../app/reader.js';
import { Button } from '../../../ui/button.js';
import { PartyNamed } from '../../../chart/party-named.js';
import type { Ledger } from '../reading.js';
import { useShown } from '../shown.js';
import { LedgerBar } from './bar.js';
import { EntryRow } from './entry-row.js';
import './ledger.css';
import { LedgerParties } from './parties.js';
import { listedEntries, type EntryFilter } from './segments.js';

const atFirst = 20;

/** elapsed = active + waiting + paused, in figures one can add up. */
const Equation = ({ ledger }: { readonly ledger: Ledger }) => {
  const { ledger: words, vocabulary } = useWords();
  const { number, share } = useFormats();
  const { elapsed, active, waiting, paused, flowEfficiency } = ledger;
  return (
    <p className="ledger-equation">
      <b>{number(elapsed)}</b> {words.daysWord(elapsed)} = <b>{number(active)}</b> {vocabulary.active} +{' '}
      <b>{number(waiting)}</b> {vocabulary.waiting} + <b>{number(paused)}</b> {vocabulary.paused}
      {flowEfficiency !== null && (
        <span className="ledger-efficiency quiet">
          {vocabulary.flowEfficiency} <strong>{share(flowEfficiency)}</strong>
        </span>
      )}
    </p>
  );
};

const Causes = ({ ledger }: { readonly ledger: Ledger }) => {
  const { ledger: words, vocabulary } = useWords();
  if (ledger.byCause.length === 0) return null;
  return (
    <div className="ledger-causes">
      <h3>{words.byCause}</h3>
      <ul>
        {ledger.byCause.map(({ cause, days }) => (
          <li key={cause}>
            {vocabulary.cause[cause]}: <b>{vocabulary.days(days)}</b>
          </li>
        ))}
      </ul>
    </div>
  );
};

const Entries = ({ ledger }: { readonly ledger: Ledger }) => {
  const { ledger: words } = useWords();
  const [filter, setFilter] = useState<EntryFilter>('waits');
  const [most, setMost] = useState(atFirst);
  const listed = listedEntries(ledger.entries, filter);
  return (
    <>
      <div className="ledger-strip">
        <h3 id="ledger-entries">{words.entries}</h3>
        <Button kind="quiet" size="small" onPress={() => setFilter(filter === 'waits' ? 'all' : 'waits')}>
          {filter === 'waits' ? words.everything : words.onlyWaits}
        </Button>
      </div>
      <div className="ledger-scroll" role="region" aria-labelledby="ledger-entries" tabIndex={0}>
        <table className="table ledger-entries">
          <thead>
            <tr>
              <th scope="col">{words.bookedTo}</th>
              <th scope="col">{words.cause}</th>
              <th scope="col">{words.span}</th>
              <th scope="col" className="amount">
                {words.count}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {listed.slice(0, most).map((entry) => (
              <EntryRow key={entry.id} entry={entry} />
            ))}
          </tbody>
        </table>
      </div>
      {listed.length > most && (
        <p className="trail-more">
          <Button size="small" onPress={() => setMost(most + 100)}>
            {words.more(listed.length - most)}
          </Button>
        </p>
      )}
    </>
  );
};

const ConcurrentWaits = ({ ledger }: { readonly ledger: Ledger }) => {
  const { ledger: words } = useWords();
  const { party } = useNames();
  const { timeline } = useShown();
  if (ledger.concurrent.length === 0) return null;
  return (
    <div className="ledger-concurrent">
      <h3>{words.concurrent}</h3>
      <ul>
        {ledger.concurrent.map(({ id, party: of, days, from, to }) => (
          <li key={id}>
            <PartyNamed party={of} owner={timeline.owner} />
            <span className="quiet">
              {words.concurrentEntry(`\u2068${party(of)}\u2069`, days)} · {words.fromTo(from, to)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
};

/** The day ledger: every day booked to one party and one cause. */
export const LedgerPanel = () => {
  const { ledger: words, vocabulary } = useWords();
  const { timeline } = useShown();
  const { ledger, owner } = timeline;
  return (
    <section className="panel" id="ledger" aria-labelledby="ledger-title">
      <header>
        <h2 id="ledger-title">{vocabulary.ledger}</h2>
        <span className="quiet ledger-lead">{words.lead}</span>
      </header>
      {ledger === null || ledger.elapsed === 0 ? (
        <p className="ledger-body quiet">{words.noLedger}</p>
      ) : (
        <>
          <div className="ledger-body">
            <Equation ledger={ledger} />
            <LedgerBar ledger={ledger} owner={owner} />
            <LedgerParties ledger={ledger} owner={owner} />
          </div>
          <Causes ledger={ledger} />
          <Entries ledger={ledger} />
          <ConcurrentWaits ledger={ledger} />
        </>
      )}
    </section>
  );
};
