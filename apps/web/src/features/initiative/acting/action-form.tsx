import { useState } from 'react';
import { useFormats, useWords } from '../../../app/reader.js';
import { useShownDay } from '../../../app/shown-day.js';
import { CommandForm } from '../../../ui/command-form.js';
import { Dialog } from '../../../ui/dialog.js';
import { Resumed } from '../../../ui/resumed.js';
import { useDraftedCommand } from '../../editing/use-drafted-command.js';
import { SendingNotice } from '../../editing/sending-notice.js';
import { faultOf, itemsOf, type Draft } from '../../evidence/draft.js';
import { EvidenceInput } from '../../evidence/evidence-input.js';
import { useEvidence } from '../../evidence/use-evidence.js';
import { useShown } from '../shown.js';
import type { InitiativeAction, Values } from './action.js';
import { ActionFields } from './action-fields.js';
import type { ActionName } from './actions.js';
import { commandOf, isComplete } from './asking.js';
import type { KnownHere } from './known.js';

interface Props {
  readonly action: InitiativeAction & { readonly name: ActionName };
  readonly known: KnownHere;
  close(): void;
}

/** What is typed for an action, with the evidence that goes with it. */
interface Asking {
  readonly values: Values;
  readonly evidence: readonly Draft[];
}

/** Days that are past begin as today. */
const atFirst = ({ fields }: InitiativeAction, today: string): Values =>
  Object.fromEntries(fields.map(({ name, kind }) => [name, kind === 'past-day' ? today : '']));

const Form = ({ action, known, close }: Props) => {
  const { acting } = useWords();
  const { language } = useFormats();
  const { today } = useShownDay();
  const { at } = useShown();
  const { name } = action;
  const about = `${at.kind}/${at.id} ${name}`;
  const empty: Asking = { values: atFirst(action, today), evidence: [] };
  const { draft, isResumed, change, discard, sending, leave, give } = useDraftedCommand(
    `act ${about}`,
    about,
    empty,
    close,
  );
  const { values } = draft;
  const evidence = useEvidence(draft.evidence, (drafts) => change({ evidence: drafts }));
  const [isAsked, setAsked] = useState(false);
  const isProven = evidence.drafts.every((one) => faultOf(one) === undefined);
  const send = () => {
    setAsked(true);
    if (isProven) give(commandOf(action, at, values, { language, known }, itemsOf(evidence.drafts)));
  };
  return (
    <CommandForm
      {...(name in acting.lead ? { lead: acting.lead[name as keyof typeof acting.lead] } : {})}
      send={acting.action[name]}
      isPending={sending.isSending}
      isReady={isComplete(action, values, known) && !sending.isKept}
      isDanger={action.isDanger === true}
      state={<SendingNotice of={sending} />}
      run={send}
      close={leave}
    >
      <Resumed isResumed={isResumed} discard={discard} />
      <ActionFields
        action={name}
        fields={action.fields}
        known={known}
        values={values}
        change={(part) => change({ values: { ...values, ...part } })}
        faults={sending.byField}
      />
      {action.takesEvidence && <EvidenceInput of={evidence} asked={isAsked} fault={sending.byField.get('evidence')} />}
    </CommandForm>
  );
};

/** The window of one action. */
export const ActionDialog = (props: Props) => {
  const { acting } = useWords();
  return (
    <Dialog title={acting.action[props.action.name]} isOpen close={props.close}>
      <Form {...props} />
    </Dialog>
  );
};
