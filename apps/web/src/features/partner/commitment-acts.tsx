import { useRef, useState } from 'react';
import { useCommand } from '../../app/commands/use-command.js';
import { useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { Outcome } from '../inbox/outcome.js';
import { ActPane } from './act-pane.js';
import { openActs, undecidedOf, type Act } from './acts.js';
import { useInitiative, type DueChange, type Listed } from './asked.js';
import { turnOf } from './sides.js';
import type { Standing } from './standing.js';

/** What ends a commitment unfulfilled is never the act that is put forward. */
const ends: ReadonlySet<Act> = new Set(['decline', 'withdraw', 'give-up']);

interface Props {
  readonly of: Listed;
  readonly changes: readonly DueChange[];
  readonly standing: Standing;
}

/** What the reader may do with a commitment now: first the act is chosen, then it is sent. */
export const CommitmentActs = ({ of, changes, standing }: Props) => {
  const { commitments } = useWords();
  const command = useCommand(`commitments/${of.id}`);
  const [chosen, setChosen] = useState<Act>();
  const buttons = useRef<HTMLDivElement>(null);
  const owner = useInitiative(of.initiative, standing.side === 'government')?.owner;
  const acts = openActs(of, changes, standing.sides).filter(({ act }) => standing.offers(of.id, act, owner));
  const open = acts.find(({ act }) => act === chosen);
  const turn = turnOf(of);
  const close = () => {
    setChosen(undefined);
    // Back to what was pressed; it may be there no more.
    requestAnimationFrame(() => {
      const all = [...(buttons.current?.querySelectorAll<HTMLElement>('button') ?? [])];
      (all.find(({ dataset }) => dataset['act'] === chosen) ?? all[0])?.focus();
    });
  };
  return (
    <div className="commitment-acts" ref={buttons}>
      {open === undefined && turn !== undefined && turn !== standing.side && (
        <p className="commitment-turn">{commitments.nothingToDo[standing.side]}</p>
      )}
      {open === undefined && acts.length > 0 && (
        <div className="commitment-buttons">
          {acts.map(({ act, side }, at) => (
            <Button
              key={act + side}
              data-act={act}
              aria-expanded={false}
              kind={at === 0 && turn === side && !ends.has(act) ? 'primary' : 'plain'}
              onPress={() => setChosen(act)}
              {...(standing.sides.length > 1 && {
                'aria-label': `${commitments.act[act]} · ${commitments.forSide[side]}`,
              })}
            >
              {commitments.act[act]}
            </Button>
          ))}
        </div>
      )}
      {open !== undefined && (
        <ActPane
          key={open.act}
          commitment={of}
          act={open.act}
          proposal={undecidedOf(changes)?.id}
          command={command}
          close={close}
        />
      )}
      <Outcome entry={command.entry} dismiss={() => void command.dismiss()} />
    </div>
  );
};
