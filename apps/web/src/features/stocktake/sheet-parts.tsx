import type { ReactNode } from 'react';
import { useNames } from '../../app/names.js';
import { useBilingual, useFormats, useReader, useWords } from '../../app/reader.js';
import { Colour } from '../../chart/colour.js';
import { Waiting } from '../../chart/marks.js';
import { PartyNamed } from '../../chart/party-named.js';
import { partySort } from '../../chart/party-sort.js';
import { useLawPath } from '../initiative/reading.js';
import { useShown } from '../initiative/shown.js';
import { useTargetSpeaker } from '../initiative/timeline/row-names.js';
import { targetWords } from '../initiative/timeline/row-words.js';
import { isolated } from '../initiative/trail/trail-names.js';
import { useSentences } from '../initiative/trail/trail.js';
import { shownItems, trailItems } from '../initiative/trail/trail-items.js';
import { askedOf, type Asked } from './asked.js';
import { waitedDays } from './waited-days.js';

const mostDecisions = 4;
const mostParties = 6;
const barLength = 118;

/** Five figures: days, waiting, missed, efficiency, and who is how sure. */
export const SheetTotals = () => {
  const { stocktake, vocabulary, ledger: words } = useWords();
  const { number, share } = useFormats();
  const { timeline } = useShown();
  const { ledger, milestones, confidence } = timeline;
  const missed = milestones.filter(({ status }) => status === 'missed').length;
  const tiles: readonly (readonly [string, ReactNode, ReactNode])[] = [
    [stocktake.elapsed, ledger ? number(ledger.elapsed) : '—', ledger ? words.daysWord(ledger.elapsed) : ''],
    [stocktake.waiting, ledger ? number(ledger.waiting) : '—', ledger ? words.daysWord(ledger.waiting) : ''],
    [stocktake.missed, number(missed), stocktake.ofMilestones(milestones.length)],
    [
      stocktake.efficiency,
      ledger && ledger.flowEfficiency !== null ? share(ledger.flowEfficiency) : '—',
      stocktake.efficiencyMeaning,
    ],
  ];
  return (
    <dl className="sheet-totals">
      {tiles.map(([name, figure, unit]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <b>{figure}</b>
            <span>{unit}</span>
          </dd>
        </div>
      ))}
      <div>
        <dt>{stocktake.confidence}</dt>
        <dd className="sheet-voices">
          {(['team', 'reviewer', 'independent'] as const).map((voice) => (
            <span key={voice}>
              {vocabulary[voice]} <Colour colour={confidence[voice]?.colour ?? null} />
            </span>
          ))}
        </dd>
      </div>
    </dl>
  );
};

const useAskedWords = () => {
  const { stocktake, vocabulary } = useWords();
  const say = useBilingual();
  const { party } = useNames();
  const speaker = useTargetSpeaker();
  const { promise } = useSentences();
  return (asked: Asked): string => {
    if (asked.sort === 'contest') return stocktake.askContest(isolated(party(asked.party)), asked.days);
    if (asked.sort === 'blocker') {
      const { title, decider, dueOn } = asked.blocker;
      const named = decider.includes(':') || decider in vocabulary.bodies ? party(decider) : decider;
      return stocktake.askBlocker(isolated(say(title)), isolated(named), dueOn);
    }
    const { title, currentTarget, request } = asked.milestone;
    const to = promise(request!.to as Parameters<typeof promise>[0]);
    return stocktake.askMove(isolated(say(title)), targetWords(currentTarget, speaker), to);
  };
};

export const SheetDecisions = () => {
  const { stocktake } = useWords();
  const { timeline } = useShown();
  const words = useAskedWords();
  const asked = askedOf(timeline);
  return (
    <section>
      <h2>{stocktake.decisions}</h2>
      {asked.length === 0 && <p className="sheet-small">{stocktake.noDecisions}</p>}
      <ol className="sheet-decisions">
        {asked.slice(0, mostDecisions).map((one) => (
          <li key={words(one)}>{words(one)}</li>
        ))}
      </ol>
      {asked.length > mostDecisions && <p className="sheet-small">{stocktake.more(asked.length - mostDecisions)}</p>}
      {timeline.corrections.length > 0 && (
        <p className="sheet-corrections">
          {stocktake.corrections}: {stocktake.correctionsDetail(timeline.corrections.length)}
        </p>
      )}
    </section>
  );
};

const mostChanges = 5;
/** What moved last, newest first; corrections are told apart. */
export const SheetChanges = () => {
  const { stocktake } = useWords();
  const { day } = useFormats();
  const { events } = useShown();
  const context = useSentences();
  const changes = shownItems(trailItems(events, context), 'changes').slice(0, mostChanges);
  if (changes.length === 0) return null;
  return (
    <section>
      <h2>{stocktake.lastChanges}</h2>
      <ul className="sheet-changes">
        {changes.map(({ version, sentence, happenedOn }) => (
          <li key={version}>
            {sentence}{' '}
            <span>
              {day(happenedOn)} · <bdi>@{version}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Waiting days by party, the most first; constitutional procedure beside them, without a bar. */
export const SheetWaits = () => {
  const { stocktake, vocabulary } = useWords();
  const { number } = useFormats();
  const { tongue } = useReader();
  const { party } = useNames();
  const { timeline, initiative } = useShown();
  const { ledger, owner } = timeline;
  const path = useLawPath(initiative.path).data;
  const { ranked, constitutional } = waitedDays(ledger?.byParty ?? [], path?.sovereign);
  const longest = ranked[0]?.waiting ?? 1;
  const contested = (ledger?.byParty ?? []).filter((sums) => sums.contested > 0);
  return (
    <section>
      <h2>
        {stocktake.waitedOn} <span>{stocktake.sinceStart}</span>
      </h2>
      <ul className="sheet-bars">
        {ranked.slice(0, mostParties).map(({ party: of, waiting }) => {
          const reach = (waiting / longest) * barLength;
          const [from, to] = tongue.direction === 'rtl' ? [barLength, barLength - reach] : [0, reach];
          return (
            <li key={of}>
              <PartyNamed party={of} owner={owner} />
              <svg width={barLength} height={12} aria-hidden="true">
                <Waiting from={from} to={to} y={6} thickness={11} sort={partySort(of, owner)} />
              </svg>
              <b>{number(waiting)}</b>
            </li>
          );
        })}
        {constitutional > 0 && (
          <li>
            <span>{vocabulary.bodies['constitutional-procedure']}</span>
            <b>{number(constitutional)}</b>
          </li>
        )}
      </ul>
      {contested.map((sums) => (
        <p key={sums.party} className="sheet-small">
          {stocktake.contested(sums.contested, isolated(party(sums.party)))}
        </p>
      ))}
    </section>
  );
};
