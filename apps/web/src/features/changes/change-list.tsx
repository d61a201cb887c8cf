import { useMemo } from 'react';
import { Link } from 'react-router';
import { useNames } from '../../app/names.js';
import { useBilingual, useReader } from '../../app/reader.js';
import { Icon, type IconName } from '../../ui/icon.js';
import { changeWords, toneOf, type ChangeTone, type Speaker } from './change-words.js';
import { groupedChanges } from './grouped.js';
import type { Change } from './use-changes.js';

const icons: Readonly<Record<ChangeTone, IconName>> = { bad: 'warning', good: 'check', plain: 'swap' };
const shownAtOnce = 60;

/** The worst of what one event did speaks for it. */
const toneOfAll = (changes: readonly Change[]): ChangeTone => {
  const tones = changes.map(toneOf);
  return tones.includes('bad') ? 'bad' : tones.includes('good') ? 'good' : 'plain';
};

/** Changes, or corrections, by initiative and event, the latest first. */
export const ChangeList = ({
  changes,
  isCorrection = false,
  limit = shownAtOnce,
}: {
  readonly changes: readonly Change[];
  readonly isCorrection?: boolean;
  readonly limit?: number;
}) => {
  const { words, formats } = useReader().tongue;
  const { entity, party } = useNames();
  const say = useBilingual();
  const speaker: Speaker = { words, formats, entity, party, say };
  const groups = useMemo(() => groupedChanges(changes), [changes]);
  return (
    <ul className={isCorrection ? 'changes-list changes-corrections' : 'changes-list'}>
      {groups.slice(0, limit).map(({ key, changes: [first, ...others] }) => {
        const all = [first!, ...others];
        const tone = toneOfAll(all);
        const { initiative, at } = first!;
        return (
          <li key={key} className={`changes-${tone}`}>
            <Icon name={isCorrection ? 'undo' : icons[tone]} />
            <div>
              <Link to={`/initiatives/${initiative.kind}/${initiative.id}`}>
                <bdi>{say(initiative.title)}</bdi>
              </Link>
              {all.map((change) => (
                <p key={change.id}>{changeWords(change, speaker)}</p>
              ))}
              <time dateTime={at}>{formats.instant(at)}</time>
            </div>
          </li>
        );
      })}
    </ul>
  );
};
