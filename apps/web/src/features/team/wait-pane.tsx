import { useDraft } from '../../app/commands/use-draft.js';
import { PartyNamed } from '../../chart/party-named.js';
import { useWords } from '../../app/reader.js';
import { useShownDay } from '../../app/shown-day.js';
import { DayInput } from '../../ui/day-input.js';
import { beginWait } from './actions.js';
import { aboutOf } from './board.js';
import { Option } from './option.js';
import type { PaneProps } from './pane-props.js';
import { partiesNear } from './parties.js';
import { PartyChoice } from './party-choice.js';
import { useOwnEntities } from './use-board.js';

interface Typed {
  readonly party: string | null;
  readonly since: string;
}

/** On whom, and why: choosing the reason saves. */
export const WaitPane = ({ row, rows, give }: PaneProps) => {
  const { team, vocabulary } = useWords();
  const { today } = useShownDay();
  const near = partiesNear(row, rows, useOwnEntities());
  const form = `wait ${aboutOf(row)}`;
  const { draft, change } = useDraft<Typed>(form, { party: near[0] ?? null, since: today });
  const { party, since } = draft;
  const reasons = Object.keys(vocabulary.waitReason) as (keyof typeof vocabulary.waitReason)[];
  return (
    <>
      <p className="team-asks">{team.onWhom}</p>
      <div className="team-options">
        {near.map((one, at) => (
          <Option key={one} isFirst={at === 0} isChosen={party === one} choose={() => change({ party: one })}>
            <PartyNamed party={one} owner={row.initiative.owner} />
          </Option>
        ))}
      </div>
      <div className="team-fields">
        <PartyChoice
          label={team.otherParty}
          value={party !== null && !near.includes(party) ? party : null}
          choose={(chosen) => change({ party: chosen })}
        />
        <DayInput label={team.since} value={since} choose={(day) => change({ since: day })} until={today} />
      </div>
      <p className="team-asks">{team.why}</p>
      <div className="team-options">
        {reasons.map((reason) => (
          <Option
            key={reason}
            choose={() =>
              party !== null && since !== '' && give({ ...beginWait(row, party, reason, since), draft: form })
            }
          >
            {vocabulary.waitReason[reason]}
          </Option>
        ))}
      </div>
    </>
  );
};
