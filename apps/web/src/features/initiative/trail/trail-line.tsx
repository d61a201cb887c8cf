import { useNames } from '../../../app/names.js';
import { useWords } from '../../../app/reader.js';
import { Icon, type IconName } from '../../../ui/icon.js';
import { CorrectButton } from '../acting/correct-dialog.js';
import { useShown } from '../shown.js';
import type { TrailItem } from './trail-items.js';
import { isolated } from './trail-names.js';

const icons: readonly (readonly [RegExp, IconName])[] = [
  [/^(entry|correction)\./, 'undo'],
  [/^milestone\.target-/, 'swap'],
  [/^milestone\.(reached|confirmed)|^initiative\.completed/, 'check'],
  [/^wait\./, 'clock'],
  [/^pause\./, 'pause'],
  [/^ledger\./, 'table'],
  [/^blocker\./, 'block'],
  [/^rating\./, 'eye'],
  [/^note\./, 'note'],
  [/^initiative\.member/, 'people'],
  [/^(milestone|law)\./, 'flag'],
];
const iconOf = (type: string): IconName => icons.find(([sort]) => sort.test(type))?.[1] ?? 'bookmark';

const EvidenceList = ({ item }: { readonly item: TrailItem }) => {
  const { trail } = useWords();
  if (item.evidence.length === 0) return null;
  return (
    <ul className="trail-evidence" aria-label={trail.evidence}>
      {item.evidence.map(({ title, url, file }) => (
        <li key={url ?? file ?? title}>
          {url === undefined && file === undefined ? (
            <bdi>{title}</bdi>
          ) : (
            <a href={url ?? `/api/files/${file ?? ''}`} target="_blank" rel="noreferrer noopener">
              <bdi>{title}</bdi>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
};

/** When it happened, when it was recorded where that was another day, and by whom. */
const Origin = ({ item }: { readonly item: TrailItem }) => {
  const { trail } = useWords();
  const { person } = useNames();
  const { happenedOn, recordedOn, knownOn, actor, onBehalfOf, version } = item;
  return (
    <p className="trail-origin quiet">
      {trail.happened(happenedOn)}
      {recordedOn !== happenedOn && <b> · {trail.recorded(recordedOn)}</b>}
      {knownOn !== undefined && ` · ${trail.known(knownOn)}`} · {trail.by(isolated(person(actor)))}
      {onBehalfOf !== undefined && ` ${trail.inTheNameOf(isolated(person(onBehalfOf)))}`} · {trail.version(version)}
    </p>
  );
};

const Corrected = ({ item }: { readonly item: TrailItem }) => {
  const { trail, initiative } = useWords();
  const { openEvent } = useShown();
  if (!item.correction) return null;
  const { from, to, corrects } = item.correction;
  return (
    <p>
      {initiative.corrections.from} <s>{from}</s> {initiative.corrections.to} <b>{to}</b>{' '}
      <button type="button" className="trail-link" onClick={() => openEvent(corrects)}>
        {trail.toCorrected(corrects)}
      </button>
    </p>
  );
};

/** One event. Corrections look unlike changes: dashed, with both values. */
export const TrailLine = ({ item, isOpened }: { readonly item: TrailItem; readonly isOpened: boolean }) => {
  const { trail, vocabulary } = useWords();
  const { openEvent } = useShown();
  const { version, type, sentence, words, correction, correctedBy } = item;
  const names = ['trail-line', ...(correction ? ['trail-correction'] : []), ...(isOpened ? ['trail-opened'] : [])];
  return (
    <li id={`event-${version}`} tabIndex={-1} className={names.join(' ')}>
      <span className="trail-dot">
        <Icon name={iconOf(type)} />
      </span>
      <div className="trail-said">
        <p>
          {correction && <span className="trail-chip">{vocabulary.correction}</span>} {sentence}
        </p>
        <Corrected item={item} />
        {words.map((text) => (
          <p key={text} className="trail-words">
            <bdi>{text}</bdi>
          </p>
        ))}
        <EvidenceList item={item} />
        {correctedBy !== undefined && (
          <p>
            <button type="button" className="trail-link" onClick={() => openEvent(correctedBy)}>
              {trail.correctedLater(correctedBy)}
            </button>
          </p>
        )}
        <Origin item={item} />
      </div>
      <CorrectButton of={item} />
    </li>
  );
};
