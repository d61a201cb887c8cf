import { Label, ProgressBar } from 'react-aria-components';
import { Link } from 'react-router';
import { useFormats, useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { useProgress, type Answer } from './asked.js';
import { Counts } from './planned.js';

/** An import under way: how many of its commands are recorded. */
export const Progress = ({ id }: { readonly id: string }) => {
  const { importing } = useWords();
  const progress = useProgress(id);
  const value = progress && progress.of > 0 ? (progress.commands / progress.of) * 100 : undefined;
  return (
    <ProgressBar className="import-progress" isIndeterminate={value === undefined} value={value ?? 0}>
      <Label>{importing.running}</Label>
      {progress && <span className="quiet">{importing.progress(progress.commands, progress.of)}</span>}
      <progress
        className="import-track"
        value={value === undefined ? undefined : Math.round(value)}
        max={100}
        aria-hidden="true"
      />
    </ProgressBar>
  );
};

/** What became of it. */
export const Outcome = ({ answer, again }: { readonly answer: Answer; readonly again: () => void }) => {
  const { importing } = useWords();
  const { number } = useFormats();
  const isDone = answer.status === 'completed';
  return (
    <>
      <h1>{isDone ? importing.done(answer.rows) : importing.failed}</h1>
      <Counts answer={answer} />
      {!isDone && (
        <Notice tone="red">
          <ul>
            {(answer.refused ?? []).map(({ row, code, detail }) => (
              <li key={`${number(row)} ${code}`}>
                {importing.refusedRow(row)}: {detail}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <p className="import-next">
        <Link className="button button-primary" to="/portfolio">
          {importing.toPortfolio}
        </Link>
        <Button onPress={again}>{importing.another}</Button>
      </p>
    </>
  );
};
