import type { ReactNode } from 'react';
import { Refused } from '../../api/problem.js';
import { useFormCommand } from '../../app/form-command.js';
import { useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { importNow, useLook, type Answer, type Question } from './asked.js';
import { Bar } from './bar.js';
import { Cells } from './cells.js';
import { Faults } from './faults.js';
import { Counts, Planned } from './planned.js';
import { useRepairs, type Keep } from './repairs.js';
import { summaryOf } from './summary.js';

interface Props {
  readonly question: Question;
  readonly repaired: (bytes: Uint8Array<ArrayBuffer>) => void;
  /** What is being written into cells, to be there after a reload. */
  readonly keep: Keep;
  readonly done: (answer: Answer) => void;
  readonly leave: () => void;
  /** By what the file is read; it can be said otherwise. */
  readonly facts: ReactNode;
}

/** What an import makes old on every screen. */
const old = ['portfolio', 'timeline', 'milestones', 'changes', 'initiative', 'imports', 'entities'];

const Found = ({ answer, question, repaired, keep, done, leave, facts }: Props & { readonly answer: Answer }) => {
  const { importing } = useWords();
  const summary = summaryOf(answer);
  const repairs = useRepairs(question, answer.faults, repaired, keep);
  const { file, profile, asOf } = question;
  // A file is the same by its edition: its bytes, many millions, are not put into words.
  const same = { edition: file.edition, profile, asOf };
  const command = useFormCommand((_: typeof same, keyed) => importNow(question, keyed), { old, then: done });
  const isFree = summary.faults === 0;
  return (
    <>
      <h1>{importing.headline(summary)}</h1>
      <p className="import-lead">{isFree ? importing.readyToSave : importing.notSaved}</p>
      {facts}
      {isFree && <Counts answer={answer} />}
      {answer.faults.length > 0 && (
        <Faults
          faults={answer.faults}
          all={summary.faults + summary.notices}
          table={repairs.table}
          selected={repairs.selected}
          select={repairs.select}
        />
      )}
      {repairs.table && repairs.selected && (
        <Cells {...repairs} table={repairs.table} selected={repairs.selected} faults={answer.faults} />
      )}
      {isFree && <Planned preview={answer.preview} />}
      {command.fault !== undefined && <Notice tone="red">{command.fault}</Notice>}
      <Bar
        answer={answer}
        faults={summary.faults}
        edits={repairs.edits.size}
        isRunning={command.isPending}
        look={repairs.look}
        leave={leave}
        run={() => command.run(same)}
      />
    </>
  );
};

/** The file as the server found it. */
export const Preview = (props: Props) => {
  const { importing, frame } = useWords();
  const look = useLook(props.question);
  if (look.error) {
    const said = look.error instanceof Refused ? (look.error.problem.detail ?? look.error.problem.title) : frame.away;
    return (
      <>
        <h1>{importing.title}</h1>
        <Notice tone="red">{said}</Notice>
        {props.facts}
        <p className="import-next">
          <Button onPress={() => void look.refetch()}>{importing.lookAgain}</Button>
          <Button onPress={props.leave}>{importing.chooseAnother}</Button>
        </p>
      </>
    );
  }
  if (!look.data)
    return (
      <>
        <h1>{importing.looking}</h1>
        {props.facts}
        <Skeleton rows={8} />
      </>
    );
  const { file, profile, asOf } = props.question;
  return <Found key={`${file.edition} ${profile} ${asOf}`} {...props} answer={look.data} />;
};
