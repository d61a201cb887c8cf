import { useState } from 'react';
import { useDraft } from '../../app/commands/use-draft.js';
import { useFormats, useWords } from '../../app/reader.js';
import { useShownDay } from '../../app/shown-day.js';
import { laterBy } from '../../chart/scale.js';
import { Button } from '../../ui/button.js';
import { faultOf, itemsOf, type Draft } from '../evidence/draft.js';
import { EvidenceInput } from '../evidence/evidence-input.js';
import { useEvidence } from '../evidence/use-evidence.js';
import { reach } from './actions.js';
import { aboutOf } from './board.js';
import { Option } from './option.js';
import { OtherDay } from './other-day.js';
import type { PaneProps } from './pane-props.js';

interface Typed {
  readonly evidence: readonly Draft[];
  readonly otherDay: string;
}

/** When it happened: today, the days just gone, or another; with evidence where there is some. */
export const ReachPane = ({ row, give }: PaneProps) => {
  const { team } = useWords();
  const { day } = useFormats();
  const { today } = useShownDay();
  const form = `reach ${aboutOf(row)}`;
  const { draft, change } = useDraft<Typed>(form, { evidence: [], otherDay: '' });
  const evidence = useEvidence(draft.evidence, (drafts) => change({ evidence: drafts }));
  const [isProving, setProving] = useState(draft.evidence.length > 0);
  const [wasAsked, setAsked] = useState(false);
  const choose = (on: string) => {
    if (evidence.drafts.some((item) => faultOf(item) !== undefined)) return setAsked(true);
    give({ ...reach(row, on, itemsOf(evidence.drafts), team.undoReason), draft: form });
  };
  const dayBefore = laterBy(today, -2);
  return (
    <>
      {isProving && <EvidenceInput of={evidence} asked={wasAsked} />}
      <p className="team-asks">{team.whenReached}</p>
      <div className="team-options">
        <Option isFirst detail={day(today, 'short')} choose={() => choose(today)}>
          {team.today}
        </Option>
        <Option detail={day(laterBy(today, -1), 'short')} choose={() => choose(laterBy(today, -1))}>
          {team.yesterday}
        </Option>
        <Option detail={day(dayBefore, 'short')} choose={() => choose(dayBefore)}>
          {team.daysAgo(2)}
        </Option>
        <OtherDay until={today} day={draft.otherDay} change={(otherDay) => change({ otherDay })} choose={choose} />
      </div>
      <p className="hint">
        {team.reachHint}{' '}
        {!isProving && (
          <Button kind="quiet" size="small" onPress={() => setProving(true)}>
            {team.addEvidence}
          </Button>
        )}
      </p>
    </>
  );
};
