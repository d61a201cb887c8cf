import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { faultsByField } from '../../api/problem.js';
import { isUnderWay } from '../../app/commands/intent.js';
import { useCommand, type Commanding } from '../../app/commands/use-command.js';
import { useDraft } from '../../app/commands/use-draft.js';
import { useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { DayInput } from '../../ui/day-input.js';
import { TextInput } from '../../ui/text-input.js';
import { EvidenceList } from '../evidence/evidence-list.js';
import {
  answersTo,
  bodyOf,
  fieldsOf,
  missingFor,
  reasonOf,
  recordOf,
  type Answer,
  type Asked,
  type Written,
} from './answers.js';
import { useRecord, type Item } from './asked.js';
import { Facts } from './facts.js';
import { Outcome } from './outcome.js';
import { evidenceOf, factsOf } from './record-facts.js';

const blank: Written = { reason: '', outcome: '', text: '', date: '' };

interface FieldsProps {
  readonly asks: readonly Asked[];
  /** How its reason is called: with a no it must be given, with a yes it may. */
  readonly reason: string;
  readonly written: Written;
  readonly change: (part: Partial<Written>) => void;
  readonly faults: ReadonlyMap<string, string>;
}

const Fields = ({ asks, reason, written, change, faults }: FieldsProps) => {
  const { inbox } = useWords();
  const names = {
    reason,
    outcome: inbox.outcome,
    text: inbox.answerText,
  };
  return asks.map(({ field }) =>
    field === 'date' ? (
      <DayInput
        key={field}
        label={inbox.forecastDate}
        value={written.date}
        choose={(date) => change({ date })}
        fault={faults.get('date')}
      />
    ) : (
      <TextInput
        key={field}
        label={names[field]}
        lines={2}
        value={written[field]}
        onChange={(words) => change({ [field]: words })}
        fault={faults.get(field)}
      />
    ),
  );
};

/** What was written for the item, which answer misses what, and sending one. */
const useAnswering = (item: Item, command: Commanding, settled: (said: string) => void) => {
  const { inbox } = useWords();
  const name = `inbox ${item.id}`;
  const form = useDraft<Written>(name, blank);
  const [tried, setTried] = useState<Answer>();
  const missing = tried ? missingFor(tried, form.draft) : [];
  const { entry } = command;
  const refused = entry?.state === 'refused' ? faultsByField(entry.refusal) : new Map<string, string>();
  const send = (answer: Answer) => {
    setTried(answer);
    if (missingFor(answer, form.draft).length > 0) return;
    void command.give({ path: answer.path, body: bodyOf(answer, form.draft), draft: name }).then(
      () => {
        form.discard();
        settled(inbox.answer[answer.verb]);
      },
      // The refusal is shown in place, by what became of the command.
      () => undefined,
    );
  };
  const faults = new Map([...refused, ...missing.map((field) => [field, inbox.required] as const)]);
  return { form, faults, send, isSent: entry !== undefined && isUnderWay(entry) };
};

/** The second press: what there is to know, and the answers. A reason is asked for where the answer is a no. */
export const DecisionPane = ({ item, settled }: { readonly item: Item; readonly settled: (said: string) => void }) => {
  const { inbox } = useWords();
  const command = useCommand(`inbox/${item.id}`);
  const { form, faults, send, isSent } = useAnswering(item, command, settled);
  const record = useRecord(recordOf(item));
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => pane.current?.focus(), []);
  // When another field is found wrong, and only then, the focus moves there.
  const wrong = [...faults.keys()].join(' ');
  useEffect(() => {
    if (wrong !== '') pane.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [wrong]);
  const answers = answersTo(item);
  const given = answers.filter(({ verb }) => verb !== 'rule');
  const reason = reasonOf(given);
  return (
    <div className="inbox-pane" ref={pane} tabIndex={-1} role="group" aria-label={inbox.what[item.what]}>
      {record && <Facts of={factsOf(item.what, record)} />}
      {record && evidenceOf(record).length > 0 && <EvidenceList items={evidenceOf(record)} />}
      <Fields
        asks={fieldsOf(given)}
        reason={inbox.reasons[reason]}
        written={form.draft}
        change={form.change}
        faults={faults}
      />
      <div className="inbox-buttons">
        {answers.map((answer, at) =>
          answer.verb === 'rule' ? (
            <Link
              key={answer.path}
              className="button"
              to={`/initiatives/${item.initiative.kind}/${item.initiative.id}`}
            >
              {inbox.answer.rule}
            </Link>
          ) : (
            <Button
              key={answer.path}
              kind={at === 0 ? 'primary' : 'plain'}
              isDisabled={isSent}
              onPress={() => send(answer)}
            >
              {inbox.answer[answer.verb]}
            </Button>
          ),
        )}
      </div>
      <Outcome entry={command.entry} dismiss={() => void command.dismiss()} />
    </div>
  );
};
