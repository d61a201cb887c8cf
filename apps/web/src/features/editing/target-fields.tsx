import { useFormats, useWords } from '../../app/reader.js';
import { Choice, type Option } from '../../ui/choice.js';
import { DayInput } from '../../ui/day-input.js';
import { TextInput } from '../../ui/text-input.js';
import type { TargetDraft } from './target.js';

interface Props {
  readonly draft: TargetDraft;
  readonly change: (part: Partial<TargetDraft>) => void;
  /** What a rule may run from, beside the start. */
  readonly anchors: readonly Option[];
  readonly fault: string | undefined;
}

const optionsOf = <T extends string>(names: Readonly<Record<T, string>>): Option[] =>
  (Object.keys(names) as T[]).map((id) => ({ id, name: names[id] }));

const RuleFields = ({ draft, change, anchors, fault }: Props) => {
  const { editing } = useWords();
  const { plainDigits } = useFormats();
  return (
    <>
      <Choice
        label={editing.after}
        options={[{ id: 'start', name: editing.start }, ...anchors]}
        value={draft.after === '' ? null : draft.after}
        choose={(after) => change({ after })}
        fault={fault}
      />
      <TextInput
        label={editing.amount}
        inputMode="numeric"
        value={draft.count}
        onChange={(count) => change({ count: plainDigits(count) })}
      />
      <Choice
        label={editing.unit}
        options={optionsOf(editing.units)}
        value={draft.unit}
        choose={(unit) => change({ unit: unit as TargetDraft['unit'] })}
      />
    </>
  );
};

/** A promise: a date, a rule, or why there is none now. */
export const TargetFields = (props: Props) => {
  const { editing, vocabulary } = useWords();
  const { draft, change, fault } = props;
  return (
    <fieldset className="editing-target">
      <legend className="field-label">{editing.target}</legend>
      <div className="editing-fields">
        <Choice
          label={editing.targetSort}
          options={optionsOf(editing.targetSorts)}
          value={draft.sort}
          choose={(sort) => change({ sort: sort as TargetDraft['sort'] })}
        />
        {draft.sort === 'date' && (
          <DayInput label={editing.targetDate} value={draft.date} choose={(date) => change({ date })} fault={fault} />
        )}
        {draft.sort === 'after' && <RuleFields {...props} />}
        {draft.sort === 'absent' && (
          <Choice
            label={editing.absence}
            options={optionsOf(vocabulary.absentTarget)}
            value={draft.absent}
            choose={(absent) => change({ absent: absent as TargetDraft['absent'] })}
            fault={fault}
          />
        )}
      </div>
    </fieldset>
  );
};
