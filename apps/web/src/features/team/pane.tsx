import type { ComponentType } from 'react';
import { useWords } from '../../app/reader.js';
import type { Action } from './actions.js';
import { AskPane } from './ask-pane.js';
import { BlockerPane } from './blocker-pane.js';
import { ForecastPane } from './forecast-pane.js';
import type { PaneProps } from './pane-props.js';
import { ReachPane } from './reach-pane.js';
import { WaitPane } from './wait-pane.js';

const panes: Readonly<Record<Action, ComponentType<PaneProps>>> = {
  reach: ReachPane,
  forecast: ForecastPane,
  wait: WaitPane,
  ask: AskPane,
  blocker: BlockerPane,
};

/** What the first press opened, under its row. */
export const Pane = ({ action, ...props }: PaneProps & { readonly action: Action }) => {
  const { team } = useWords();
  const Asks = panes[action];
  return (
    <div className="team-pane" role="group" aria-label={team.action[action]}>
      <Asks {...props} />
    </div>
  );
};
