import { useEffect, useRef } from 'react';
import { useDraft } from '../../../app/commands/use-draft.js';
import { useWords } from '../../../app/reader.js';
import { useShownDay } from '../../../app/shown-day.js';
import { Button } from '../../../ui/button.js';
import { closesBy } from '../../../ui/closes-by.js';
import { DayInput } from '../../../ui/day-input.js';
import { TextInput } from '../../../ui/text-input.js';
import { isAnswered, type Action, type Typed } from './actions.js';
import { RuledSpans } from './ruled-spans.js';

interface Props {
  readonly action: Action;
  /** The days in question, where it is about some. */
  readonly span: { readonly from: string; readonly to: string } | undefined;
  send(typed: Typed): void;
  close(): void;
}

/** What is typed is kept by the address of the answer until it has arrived. */
export const formOf = ({ path }: Action): string => `answer ${path}`;

const labels = {
  outcome: 'outcome',
  answer: 'answer',
  'reason-optional': 'reasonOptional',
  nothing: 'reasonOptional',
} as const;

/** The second press: why, or what; sent by its own button, left by Escape. */
export const AnswerForm = ({ action, span, send, close }: Props) => {
  const { decisions } = useWords();
  const { today } = useShownDay();
  const { draft: typed, change } = useDraft<Typed>(formOf(action), {
    words: '',
    date: today,
    spans: span ? [{ from: span.from, to: span.to, party: '' }] : [],
  });
  const { needs, name } = action;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('button, [role=spinbutton], textarea')?.focus();
  }, []);
  return (
    <form
      ref={form}
      className="decisions-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isAnswered(needs, typed)) send(typed);
      }}
      onKeyDown={closesBy(close)}
    >
      {needs === 'forecast' && (
        <DayInput label={decisions.date} value={typed.date} choose={(date) => change({ date })} />
      )}
      {needs === 'spans' && <RuledSpans spans={typed.spans} put={(spans) => change({ spans })} />}
      <TextInput
        label={decisions[labels[needs as keyof typeof labels] ?? 'reason']}
        lines={2}
        value={typed.words}
        onChange={(words) => change({ words })}
      />
      <p className="decisions-buttons">
        <Button type="submit" size="small" kind="primary" isDisabled={!isAnswered(needs, typed)}>
          {decisions.send}: {decisions.action[name as keyof typeof decisions.action] ?? name}
        </Button>
        <Button size="small" kind="quiet" onPress={close}>
          {decisions.cancel}
        </Button>
      </p>
    </form>
  );
};
