import { createContext, useContext } from 'react';
import type { TrailEvent } from './trail/events.js';
import type { Address, Initiative, Timeline } from './reading.js';

/** What the page of one initiative shows, all of it as known on one day. */
export interface Shown {
  readonly at: Address;
  readonly timeline: Timeline;
  readonly initiative: Initiative;
  /** What was known by then, oldest first. */
  readonly events: readonly TrailEvent[];
  /** The stream of the initiative, as positions name it. */
  readonly stream: string;
  /** Version of that stream the page is folded from. */
  readonly version: number;
  /** A day before today is shown: nothing can be commanded. */
  readonly isPast: boolean;
  stage(id: string): string;
  /** Shows an event of the trail: scrolls to it and marks it. */
  openEvent(version: number): void;
  readonly openedEvent: number | undefined;
}

const ShownContext = createContext<Shown | undefined>(undefined);
export const ShownProvider = ShownContext.Provider;

export const useShown = (): Shown => {
  const shown = useContext(ShownContext);
  if (!shown) throw new Error('outside of an initiative');
  return shown;
};

/** The version in `stream@version`, where it is of this very stream. */
export const versionIn = (stream: string, position: string): number | undefined => {
  const [of, version] = position.split('@');
  return of === stream ? Number(version) : undefined;
};
