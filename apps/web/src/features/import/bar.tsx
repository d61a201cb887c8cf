import { useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import type { Answer } from './asked.js';
import { Progress } from './outcome.js';

interface Props {
  readonly answer: Answer;
  readonly faults: number;
  readonly edits: number;
  readonly isRunning: boolean;
  readonly look: () => void;
  readonly leave: () => void;
  readonly run: () => void;
}

/** What is left to do, and the next step; stays at the foot of the screen. */
export const Bar = ({ answer, faults, edits, isRunning, look, leave, run }: Props) => {
  const { importing } = useWords();
  const isFree = faults === 0;
  const state = edits > 0 ? importing.edited(edits) : isFree ? importing.none : importing.remaining(faults);
  return (
    <footer className="import-bar">
      {isRunning ? (
        <Progress id={answer.id} />
      ) : (
        <span className="import-state" role="status">
          <Icon name={isFree ? 'check' : 'warning'} />
          <span>
            {state}
            {!isFree && <small className="quiet">{importing.whyNot}</small>}
          </span>
        </span>
      )}
      <span className="import-actions">
        <Button onPress={leave} isDisabled={isRunning}>
          {importing.chooseAnother}
        </Button>
        {edits > 0 && (
          <Button kind="primary" onPress={look}>
            {importing.lookAgain}
          </Button>
        )}
        {edits === 0 && (
          <Button kind="primary" isDisabled={!isFree} isPending={isRunning} onPress={run}>
            {importing.import(answer.rows)}
          </Button>
        )}
      </span>
    </footer>
  );
};
