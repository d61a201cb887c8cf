import { useState } from 'react';
import { useFormCommand, type Keyed } from '../../app/form-command.js';
import { useWords } from '../../app/reader.js';
import { CommandForm } from '../../ui/command-form.js';
import { TextInput } from '../../ui/text-input.js';

interface ReasonedProps<Answer> {
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
export const ReasonForm = <Answer,>({ lead, send, old, isDanger = false, act, close, then }: ReasonedProps<Answer>) => {
  const { frame } = useWords();
  const [reason, setReason] = useState('');
  const command = useFormCommand(act, { old, then: then ?? close });
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
      <TextInput
        label={frame.reason}
        hint={frame.reasonHint}
        value={reason}
        onChange={setReason}
        fault={command.byField.get('reason')}
        lines={2}
        autoFocus
      />
    </CommandForm>
  );
};
