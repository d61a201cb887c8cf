import type { FormEvent, ReactNode } from 'react';
import { useWords } from '../app/reader.js';
import { Button } from './button.js';
import './command-form.css';
import { Notice } from './notice.js';

interface Props {
  readonly lead?: string;
  readonly send: string;
  readonly isPending: boolean;
  readonly isReady: boolean;
  /** What is wrong with the whole; faults of fields stand under them. */
  readonly fault?: string | undefined;
  /** What became of it, where that is told by another part than a fault. */
  readonly state?: ReactNode;
  readonly isDanger?: boolean;
  readonly run: () => void;
  readonly close: () => void;
  readonly children?: ReactNode;
}

/** Fields, what the server said against them, and the two ways out. */
export const CommandForm = ({
  lead,
  send,
  isPending,
  isReady,
  fault,
  state,
  isDanger,
  run,
  close,
  children,
}: Props) => {
  const { frame } = useWords();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) run();
  };
  return (
    <form className="command-form" onSubmit={submit}>
      {lead !== undefined && <p className="quiet">{lead}</p>}
      {children}
      {fault !== undefined && <Notice tone="red">{fault}</Notice>}
      {state}
      <p className="command-form-foot">
        <Button onPress={close}>{frame.cancel}</Button>
        <Button type="submit" kind={isDanger ? 'danger' : 'primary'} isPending={isPending} isDisabled={!isReady}>
          {send}
        </Button>
      </p>
    </form>
  );
};
