import { useNames } from '../../app/names.js';
import { useBilingual, useWords } from '../../app/reader.js';
import { Checks } from '../../ui/checks.js';
import { PartyChoice } from '../team/party-choice.js';
import type { MilestoneDraft } from './milestone-draft.js';
import { TargetFields } from './target-fields.js';
import { TitleFields } from './title-fields.js';
import type { Milestone } from './use-initiative.js';

interface Props {
  readonly draft: MilestoneDraft;
  readonly change: (part: Partial<MilestoneDraft>) => void;
  /** The initiative's other milestones: what this one may hang on. */
  readonly others: readonly Milestone[];
  readonly faults: ReadonlyMap<string, string>;
  /** Who acts and whether it is key are said once, when it is planned. */
  readonly isNew: boolean;
  readonly mayPromise: boolean;
}

const importance = 'key';

const FirstFields = ({ draft, change }: Pick<Props, 'draft' | 'change'>) => {
  const { editing, vocabulary } = useWords();
  const { party } = useNames();
  return (
    <>
      <PartyChoice
        label={editing.party}
        hint={draft.party === '' ? editing.partyHint : `${vocabulary.party}: ${party(draft.party)}`}
        value={draft.party === '' ? null : draft.party}
        choose={(chosen) => change({ party: chosen })}
      />
      <Checks
        label={editing.weightOfIt}
        options={[{ id: importance, name: editing.key }]}
        value={draft.key ? [importance] : []}
        choose={(chosen) => change({ key: chosen.includes(importance) })}
      />
    </>
  );
};

/** Everything that is said of a milestone before anything has happened to it. */
export const MilestoneFields = ({ draft, change, others, faults, isNew, mayPromise }: Props) => {
  const { editing } = useWords();
  const say = useBilingual();
  const options = others.map(({ id, title }) => ({ id, name: say(title) }));
  return (
    <>
      <div className="editing-fields">
        <TitleFields value={draft} change={change} fault={faults.get('title')} />
        {isNew && <FirstFields draft={draft} change={change} />}
      </div>
      {mayPromise ? (
        <TargetFields
          draft={draft.target}
          change={(part) => change({ target: { ...draft.target, ...part } })}
          anchors={options}
          fault={faults.get('target') ?? faults.get('to')}
        />
      ) : (
        <p className="hint">{editing.targetFixed}</p>
      )}
      {options.length > 0 && (
        <Checks
          label={editing.dependsOn}
          options={options}
          value={draft.dependsOn}
          choose={(dependsOn) => change({ dependsOn })}
          fault={faults.get('dependsOn')}
        />
      )}
    </>
  );
};
