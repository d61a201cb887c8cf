import { QueryErrorResetBoundary } from '@tanstack/react-query';
import { Component, type ReactNode } from 'react';
import { Refused, Unreachable } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { useWords } from './reader.js';

/** Says what went wrong and offers to try again. */
export const Fault = ({ fault, again }: { readonly fault: unknown; readonly again: () => void }) => {
  const { frame } = useWords();
  const said =
    fault instanceof Refused
      ? (fault.problem.detail ?? fault.problem.title)
      : fault instanceof Unreachable
        ? frame.away
        : frame.faultDetail;
  return (
    <div className="screen">
      <h1>{frame.fault}</h1>
      <Notice tone="red">{said}</Notice>
      <Button onPress={again}>{frame.again}</Button>
    </div>
  );
};

interface Caught {
  readonly fault?: unknown;
}

class Catching extends Component<{ readonly children: ReactNode; readonly reset: () => void }, Caught> {
  override state: Caught = {};
  static getDerivedStateFromError(fault: unknown): Caught {
    return { fault };
  }
  override render() {
    if (this.state.fault === undefined) return this.props.children;
    const again = () => {
      this.props.reset();
      this.setState({ fault: undefined });
    };
    return <Fault fault={this.state.fault} again={again} />;
  }
}

/** What fails beneath shows itself here, and the rest of the page stays. */
export const Boundary = ({ children }: { readonly children: ReactNode }) => (
  <QueryErrorResetBoundary>{({ reset }) => <Catching reset={reset}>{children}</Catching>}</QueryErrorResetBoundary>
);
