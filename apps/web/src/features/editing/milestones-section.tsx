import { useState } from 'react';
import { useNames } from '../../app/names.js';
import { useBilingual, useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { ChangeMilestone, PlanMilestone } from './milestone-form.js';
import { useTargetWords } from './target-words.js';
import { useMilestones, type Initiative, type Milestone } from './use-initiative.js';
import type { Kind } from './initiative-draft.js';

const MilestoneLine = ({
  milestone,
  target,
  edit,
}: {
  readonly milestone: Milestone;
  readonly target: string;
  readonly edit: () => void;
}) => {
  const { editing, vocabulary } = useWords();
  const { party } = useNames();
  const say = useBilingual();
  const isSettled = milestone.status === 'confirmed' || milestone.status === 'cancelled';
  return (
    <li className="editing-line">
      <div>
        <b>
          <bdi>{say(milestone.title)}</bdi>
        </b>
        {milestone.key && <span className="editing-key"> · {editing.key}</span>}
        <p className="quiet">
          <bdi>{target}</bdi> · <bdi>{party(milestone.party)}</bdi> · {vocabulary.milestoneStatus[milestone.status]}
        </p>
      </div>
      {!isSettled && (
        <Button
          size="small"
          aria-haspopup="dialog"
          onPress={edit}
          aria-label={editing.editMilestone(say(milestone.title))}
        >
          {editing.edit}
        </Button>
      )}
    </li>
  );
};

/** The milestones of an initiative, and the window to add or change one. */
export const MilestonesSection = ({ kind, initiative }: { readonly kind: Kind; readonly initiative: Initiative }) => {
  const { editing } = useWords();
  const milestones = useMilestones(kind, initiative.id) ?? [];
  const inWords = useTargetWords(milestones);
  const [open, setOpen] = useState<{ readonly milestone?: string }>();
  const close = () => setOpen(undefined);
  return (
    <section className="panel" aria-labelledby="editing-milestones">
      <header>
        <h2 id="editing-milestones">{editing.milestones}</h2>
        <Button size="small" aria-haspopup="dialog" onPress={() => setOpen({})}>
          <Icon name="plus" />
          {editing.addMilestone}
        </Button>
      </header>
      {milestones.length === 0 && <p className="editing-none quiet">{editing.noMilestones}</p>}
      <ul>
        {milestones.map((milestone) => (
          <MilestoneLine
            key={milestone.id}
            milestone={milestone}
            target={inWords(milestone.currentTarget)}
            edit={() => setOpen({ milestone: milestone.id })}
          />
        ))}
      </ul>
      {open &&
        (open.milestone === undefined ? (
          <PlanMilestone kind={kind} initiative={initiative} milestones={milestones} close={close} />
        ) : (
          <ChangeMilestone
            kind={kind}
            initiative={initiative}
            milestones={milestones}
            id={open.milestone}
            close={close}
          />
        ))}
    </section>
  );
};
