import { useState } from 'react';
import type { CorrectionField } from '@masar/contracts';
import { useFormats, useWords } from '../../../app/reader.js';
import { Button } from '../../../ui/button.js';
import { Choice } from '../../../ui/choice.js';
import { CommandForm } from '../../../ui/command-form.js';
import { DayInput } from '../../../ui/day-input.js';
import { Dialog } from '../../../ui/dialog.js';
import { TextInput } from '../../../ui/text-input.js';
import { Resumed } from '../../../ui/resumed.js';
import { SendingNotice } from '../../editing/sending-notice.js';
import { useDraftedCommand } from '../../editing/use-drafted-command.js';
import { PartyChoice } from '../../team/party-choice.js';
import { useLawPath } from '../reading.js';
import { useShown } from '../shown.js';
import { waitReasons } from './choices.js';
import { correctable, correctionBody, entryOf, nothingYet, type Correcting } from './correct.js';
import { useRolesHere } from './known.js';

interface Event {
  readonly type: string;
  readonly version: number;
}
interface ValueProps {
  readonly of: Event;
  readonly field: CorrectionField;
  readonly typed: Correcting;
  change(part: Partial<Correcting>): void;
  readonly fault: string | undefined;
}

const asks: readonly string[] = ['member', 'lead', 'focal-point', 'reviewer'];

const Titles = ({ typed, change, fault }: ValueProps) => {
  const { acting } = useWords();
  return (
    <>
      <TextInput
        label={acting.correct.arabic}
        value={typed.arabic}
        onChange={(arabic) => change({ arabic })}
        fault={fault}
      />
      <TextInput label={acting.correct.english} value={typed.english} onChange={(english) => change({ english })} />
    </>
  );
};

/** What is right, in the form the field has. */
const Value = (props: ValueProps) => {
  const { acting, vocabulary } = useWords();
  const { initiative, stage } = useShown();
  const path = useLawPath(initiative.path).data;
  const { of, field, typed, change, fault } = props;
  const label = acting.correct.to;
  const put = (to: string) => change({ to });
  switch (entryOf(of.type, field)) {
    case 'title':
      return <Titles {...props} />;
    case 'party':
      return <PartyChoice label={label} value={typed.to || null} choose={put} />;
    case 'stage': {
      const options = (path?.stages ?? []).map((one) => ({ id: one.stage, name: stage(one.stage) }));
      return <Choice label={label} options={options} value={typed.to || null} choose={put} fault={fault} />;
    }
    case 'wait-reason': {
      const options = waitReasons.map((id) => ({ id, name: vocabulary.waitReason[id] }));
      return <Choice label={label} options={options} value={typed.to || null} choose={put} fault={fault} />;
    }
    case 'words':
      return <TextInput label={label} lines={2} value={typed.to} onChange={put} fault={fault} />;
    default:
      return <DayInput label={label} value={typed.to} choose={put} fault={fault} />;
  }
};

const Form = ({ of, close }: { readonly of: Event; close(): void }) => {
  const { acting, trail } = useWords();
  const { at } = useShown();
  const about = `${at.kind}/${at.id} correct ${of.version}`;
  const { draft, isResumed, change, discard, sending, leave, give } = useDraftedCommand(
    `act ${about}`,
    about,
    nothingYet,
    close,
  );
  const fields = correctable[of.type] ?? [];
  const field = draft.field === '' && fields.length === 1 ? fields[0]! : draft.field;
  const body = correctionBody(of.version, { ...draft, field });
  return (
    <CommandForm
      lead={acting.correct.lead}
      send={acting.correct.send}
      isPending={sending.isSending}
      isReady={body !== undefined && !sending.isKept}
      state={<SendingNotice of={sending} />}
      run={() => body && give({ path: `/api/${at.kind}/${at.id}/corrections`, body })}
      close={leave}
    >
      <Resumed isResumed={isResumed} discard={discard} />
      <Choice
        label={acting.correct.field}
        options={fields.map((id) => ({ id, name: trail.field[id] }))}
        value={field || null}
        choose={(id) => change({ field: id as CorrectionField, to: '' })}
        fault={sending.byField.get('field')}
      />
      {field !== '' && <Value of={of} field={field} typed={draft} change={change} fault={sending.byField.get('to')} />}
      <TextInput
        label={acting.correct.reason}
        lines={2}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        fault={sending.byField.get('reason')}
      />
    </CommandForm>
  );
};

/** Asking for a correction from the entry it is about. Nothing where nothing of it can be corrected, or the day shown is past. */
export const CorrectButton = ({ of }: { readonly of: Event }) => {
  const { acting } = useWords();
  const { number } = useFormats();
  const { isPast } = useShown();
  const { roles, onlyAccount } = useRolesHere();
  const [isOpen, setOpen] = useState(false);
  const mayAsk = onlyAccount || roles.some((role) => asks.includes(role));
  if (isPast || !mayAsk || !Object.hasOwn(correctable, of.type)) return null;
  const title = acting.correct.title(number(of.version));
  return (
    <>
      <Button kind="quiet" size="small" aria-label={title} onPress={() => setOpen(true)}>
        {acting.correct.action}
      </Button>
      {isOpen && (
        <Dialog title={title} isOpen close={() => setOpen(false)}>
          <Form of={of} close={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  );
};
