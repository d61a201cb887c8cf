import type { InboxItem } from '@masar/contracts';
import { useNames } from '../../../app/names.js';
import { useBilingual, useFormats, useWords } from '../../../app/reader.js';
import { useTargetSpeaker } from '../timeline/row-names.js';
import { targetWords } from '../timeline/row-words.js';
import { useSentences } from '../trail/trail.js';
import { useShown } from '../shown.js';
import { isolated } from '../trail/trail-names.js';
import { useContests, useCorrections, usePauses } from './records.js';

type Of = { readonly item: InboxItem };

const MovedTarget = ({ item }: Of) => {
  const { decisions } = useWords();
  const say = useBilingual();
  const { timeline } = useShown();
  const speaker = useTargetSpeaker();
  const { promise } = useSentences();
  const milestone = timeline.milestones.find(({ id }) => id === item.milestone);
  if (!milestone?.request) return null;
  const to = promise(milestone.request.to as Parameters<typeof promise>[0]);
  return <p>{decisions.move(isolated(say(milestone.title)), targetWords(milestone.currentTarget, speaker), to)}</p>;
};

const AskedPause = ({ item }: Of) => {
  const { decisions } = useWords();
  const { at } = useShown();
  const pause = usePauses(at, true).data?.items.find(({ id }) => id === item.record);
  if (!pause) return null;
  return (
    <p>
      {decisions.pauseSpan(pause.requested.on, pause.requested.until)}. {decisions.steps(isolated(pause.steps))}
    </p>
  );
};

const ContestedDays = ({ item }: Of) => {
  const { decisions } = useWords();
  const { party } = useNames();
  const { at } = useShown();
  const contest = useContests(at, true).data?.items.find(({ id }) => id === item.record);
  return contest ? <p>{decisions.contestSpan(isolated(party(contest.party)), contest.from, contest.to)}</p> : null;
};

const AskedCorrection = ({ item }: Of) => {
  const { decisions, trail } = useWords();
  const { at, openEvent } = useShown();
  const { value } = useSentences();
  const correction = useCorrections(at, true).data?.items.find(({ id }) => id === item.record);
  if (!correction) return null;
  return (
    <p>
      {decisions.correction(trail.field[correction.field], value(correction.field, correction.to))}{' '}
      <button type="button" className="trail-link" onClick={() => openEvent(correction.corrects)}>
        {trail.toCorrected(correction.corrects)}
      </button>
    </p>
  );
};

const Named = ({ item }: Of) => {
  const say = useBilingual();
  const { day } = useFormats();
  const { entity } = useNames();
  const { timeline } = useShown();
  const milestone = timeline.milestones.find(({ id }) => id === item.milestone);
  const commitment = timeline.commitments.find(({ id }) => id === item.commitment);
  const title = say(item.title ?? commitment?.title ?? milestone?.title) || (item.entity && entity(item.entity));
  if (!title) return null;
  return (
    <p>
      <bdi>{title}</bdi>
      {item.what === 'confirmation' && milestone?.actual && ` · ${day(milestone.actual)}`}
    </p>
  );
};

/** What exactly is asked, in the words of what it is about. */
export const DecisionDetail = ({ item }: Of) => {
  switch (item.what) {
    case 'target-change':
      return <MovedTarget item={item} />;
    case 'pause':
      return <AskedPause item={item} />;
    case 'contest':
      return <ContestedDays item={item} />;
    case 'correction':
      return <AskedCorrection item={item} />;
    default:
      return <Named item={item} />;
  }
};
