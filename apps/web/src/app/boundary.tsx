import { QueryErrorResetBoundary } from '@tanstack/react-query';
import { Component, type ReactNode } from 'react';
import { Refused, Unreachable } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { useWords } from './reader.js';

/** The screen itself could not be fetched: there was no line, or the server was away. */
export class ScreenAway extends Unreachable {}

/** What a browser could not fetch once it does not fetch again by itself: the page is loaded anew, once there is a server to load it from. */
const loadAnew = async (): Promise<void> => {
  const answer = await fetch('/api/session').catch(() => undefined);
  if (answer && answer.status < 500) location.reload();
};

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
    const { fault } = this.state;
    const again = () => {
      if (fault instanceof ScreenAway) return void loadAnew();
      this.props.reset();
      this.setState({ fault: undefined });
    };
    return <Fault fault={fault} again={again} />;
  }
}

/** What fails beneath shows itself here, and the rest of the page stays. */
export const Boundary = ({ children }: { readonly children: ReactNode }) => (
  <QueryErrorResetBoundary>{({ reset }) => <Catching reset={reset}>{children}</Catching>}</QueryErrorResetBoundary>
);
