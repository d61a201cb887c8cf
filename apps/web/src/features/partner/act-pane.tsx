import { useEffect, useRef, useState, type FormEvent } from 'react';
import { isUnderWay } from '../../app/commands/intent.js';
import type { Commanding } from '../../app/commands/use-command.js';
import { useDraft } from '../../app/commands/use-draft.js';
import { useWords } from '../../app/reader.js';
import { useShownDay } from '../../app/shown-day.js';
import { faultsByField } from '../../api/problem.js';
import { Button } from '../../ui/button.js';
import { closesBy } from '../../ui/closes-by.js';
import { DayInput } from '../../ui/day-input.js';
import { Notice } from '../../ui/notice.js';
import { TextInput } from '../../ui/text-input.js';
import { faultOf, itemsOf, type Draft } from '../evidence/draft.js';
import { EvidenceInput } from '../evidence/evidence-input.js';
import { useEvidence } from '../evidence/use-evidence.js';
import { addressOf, asks, type Act, type Field } from './acts.js';

interface Props {
  readonly commitment: { readonly id: string; readonly version: number };
  readonly act: Act;
  readonly proposal: string | undefined;
  readonly command: Commanding;
  readonly close: () => void;
}

interface Typed {
  readonly on: string;
  readonly to: string;
  readonly reason: string;
  readonly evidence: readonly Draft[];
}

/** What was written for an act, kept on the device until it is sent. */
const useWritten = ({ commitment, act }: Props) => {
  const { today } = useShownDay();
  const { commitments } = useWords();
  const name = `commitment ${commitment.id} ${act}`;
  const form = useDraft<Typed>(name, { on: today, to: '', reason: '', evidence: [] });
  const evidence = useEvidence(form.draft.evidence, (drafts) => form.change({ evidence: drafts }));
  const { fields, optional = [] } = asks[act];
  const written = { ...form.draft, evidence: itemsOf(evidence.drafts) };
  const missing = (field: Field): string | undefined => {
    if (!fields.includes(field) || optional.includes(field)) return undefined;
    if (field === 'evidence') {
      if (evidence.drafts.length === 0) return commitments.evidenceNeeded;
      return evidence.drafts.some((draft) => faultOf(draft) !== undefined) ? '' : undefined;
    }
    return written[field].trim() === '' ? commitments.required : undefined;
  };
  return {
    name,
    form,
    evidence,
    faults: new Map(
      fields.flatMap((field) => {
        const fault = missing(field);
        return fault === undefined ? [] : [[field, fault] as const];
      }),
    ),
    body: Object.fromEntries(
      fields.filter((field) => written[field].length > 0).map((field) => [field, written[field]] as const),
    ),
  };
};

const Fields = ({
  act,
  written,
  faults,
  asked,
}: {
  readonly act: Act;
  readonly written: ReturnType<typeof useWritten>;
  readonly faults: ReadonlyMap<string, string>;
  readonly asked: boolean;
}) => {
  const { commitments } = useWords();
  const { today } = useShownDay();
  const { fields, optional = [] } = asks[act];
  const { draft, change } = written.form;
  return (
    <>
      {fields.includes('on') && (
        <DayInput
          label={commitments.doneOn}
          value={draft.on}
          choose={(on) => change({ on })}
          until={today}
          fault={faults.get('on')}
        />
      )}
      {fields.includes('to') && (
        <DayInput
          label={commitments.newDate}
          value={draft.to}
          choose={(to) => change({ to })}
          fault={faults.get('to')}
        />
      )}
      {fields.includes('reason') && (
        <TextInput
          label={optional.includes('reason') ? commitments.reasonIfAny : commitments.reason}
          lines={2}
          value={draft.reason}
          onChange={(reason) => change({ reason })}
          fault={faults.get('reason')}
        />
      )}
      {fields.includes('evidence') && (
        <EvidenceInput of={written.evidence} asked={asked} fault={faults.get('evidence') || undefined} />
      )}
    </>
  );
};

/** The second press: what follows from the act, what it asks for, and sending it. */
export const ActPane = (props: Props) => {
  const { commitment, act, proposal, command, close } = props;
  const { commitments } = useWords();
  const written = useWritten(props);
  const [asked, setAsked] = useState(false);
  const pane = useRef<HTMLFormElement>(null);
  useEffect(() => {
    pane.current?.querySelector<HTMLElement>('input, textarea, [role=spinbutton], button[type=submit]')?.focus();
  }, []);
  const { entry } = command;
  const refused = entry?.state === 'refused' ? faultsByField(entry.refusal) : new Map<string, string>();
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (written.faults.size > 0) return;
    const path = addressOf(commitment.id, act, proposal);
    void command.give({ path, body: written.body, version: commitment.version, draft: written.name }).then(
      () => {
        written.form.discard();
        close();
      },
      // The refusal is shown in place, by what became of the command.
      () => undefined,
    );
  };
  return (
    <form ref={pane} className="commitment-pane" onSubmit={send} onKeyDown={closesBy(close)} noValidate>
      <Notice tone="accent">{commitments.consequence[act]}</Notice>
      <Fields
        act={act}
        written={written}
        faults={asked ? new Map([...refused, ...written.faults]) : refused}
        asked={asked}
      />
      <div className="commitment-buttons">
        <Button type="submit" kind="primary" isDisabled={entry !== undefined && isUnderWay(entry)}>
          {act === 'report' || act === 'return' ? commitments.sendAndPass : commitments.act[act]}
        </Button>
        <Button kind="quiet" onPress={close}>
          {commitments.cancel}
        </Button>
      </div>
    </form>
  );
};
