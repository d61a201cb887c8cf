import { useDraftedForm } from '../../app/drafted-form.js';
import type { Keyed } from '../../app/form-command.js';
import { useWords } from '../../app/reader.js';
import { CommandForm } from '../../ui/command-form.js';
import { Resumed } from '../../ui/resumed.js';
import { TextInput } from '../../ui/text-input.js';

interface ReasonedProps<Answer> {
  /** What it is done to, and what: what is typed is kept under it. */
  readonly form: string;
  readonly lead: string;
  readonly send: string;
  readonly old: readonly string[];
  readonly isDanger?: boolean;
  readonly act: (body: { reason: string }, keyed: Keyed) => Promise<Answer>;
  readonly close: () => void;
  /** What is done with the answer, when the window has more to say than that it is done. */
  readonly then?: (answer: Answer) => void;
}

/** Something that is done for a reason, and nothing else has to be said. */
export const ReasonForm = <Answer,>(props: ReasonedProps<Answer>) => {
  const { form, lead, send, old, isDanger = false, act, close, then } = props;
  const { frame } = useWords();
  const { typed, set, command, resumed } = useDraftedForm(`administration ${form}`, { reason: '' }, act, {
    old,
    then: then ?? close,
  });
  const { reason } = typed;
  return (
    <CommandForm
      lead={lead}
      send={send}
      isPending={command.isPending}
      isReady={reason.trim() !== ''}
      fault={command.fault}
      isDanger={isDanger}
      run={() => command.run({ reason: reason.trim() })}
      close={close}
    >
      <Resumed {...resumed} />
      <TextInput
        label={frame.reason}
        hint={frame.reasonHint}
        value={reason}
        onChange={set('reason')}
        fault={command.byField.get('reason')}
        lines={2}
        autoFocus
      />
    </CommandForm>
  );
};
