import type { InboxItem } from '@masar/contracts';
import { useRef, useState, type RefObject } from 'react';
import { acknowledged } from '../../../app/commands/acknowledged.js';
import { useCommand } from '../../../app/commands/use-command.js';
import { useNames } from '../../../app/names.js';
import { useWords } from '../../../app/reader.js';
import { Button } from '../../../ui/button.js';
import { focusGoesOn } from '../../../ui/focus-goes-on.js';
import { Icon } from '../../../ui/icon.js';
import type { Address } from '../reading.js';
import { useShown, versionIn } from '../shown.js';
import { isolated } from '../trail/trail-names.js';
import { actionsOf, bodyFor, type Action, type Typed } from './actions.js';
import { AnswerForm, formOf } from './answer-form.js';
import { CommandState } from './command-state.js';
import { DecisionDetail } from './decision-detail.js';
import { useContests } from './records.js';

/** What a decision is about, as commands name it. */
export const subjectOf = ({ kind, id }: Address, item: string): string => `${kind}/${id} decides ${item}`;

const nothing: Typed = { words: '', date: '', spans: [] };

const About = ({ item }: { readonly item: InboxItem }) => {
  const { decisions } = useWords();
  const { person } = useNames();
  const { stream, openEvent } = useShown();
  const version = versionIn(stream, item.because[0] ?? '');
  return (
    <div>
      <b>{decisions.what[item.what]}</b>{' '}
      <span className="quiet">
        {decisions.waited(item.days)}
        {item.by !== undefined && ` · ${decisions.by(isolated(person(item.by)))}`}
        {item.level > 0 && ` · ${decisions.climbed(item.level)}`}
      </span>{' '}
      {version !== undefined && (
        <button type="button" className="trail-link" onClick={() => openEvent(version)}>
          {decisions.toEvent}
        </button>
      )}
      <DecisionDetail item={item} />
      {item.words !== undefined && (
        <p className="trail-words">
          <bdi>{item.words}</bdi>
        </p>
      )}
    </div>
  );
};

interface Props {
  readonly item: InboxItem;
  /** Where the focus goes on from when the decision is made, and gone. */
  readonly next: RefObject<HTMLElement | null>;
}

/** One decision: what is asked, the answers, and beneath them what became of the answer. */
export const Decision = ({ item, next }: Props) => {
  const { decisions } = useWords();
  const { at } = useShown();
  const { entry, give } = useCommand(subjectOf(at, item.id));
  const [chosen, setChosen] = useState<Action>();
  const contest = useContests(at, item.what === 'contest').data?.items.find(({ id }) => id === item.record);
  const isUnderWay = entry?.state === 'sending' || entry?.state === 'kept';
  const place = useRef<HTMLLIElement>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const leave = () => {
    const back = buttons.current?.querySelector<HTMLElement>('[aria-expanded=true]');
    setChosen(undefined);
    back?.focus();
  };
  const send = async (action: Action, typed: Typed) => {
    const answer = { path: action.path, body: bodyFor(action.needs, typed, item.record), draft: formOf(action) };
    const { current: from } = place;
    if (!(await acknowledged(give(answer)))) return;
    setChosen(undefined);
    focusGoesOn(from, next.current);
  };
  return (
    <li ref={place} className="decisions-one">
      <Icon name="check" />
      <div className="decisions-content">
        <About item={item} />
        {chosen && (
          <AnswerForm
            key={chosen.name}
            action={chosen}
            span={contest}
            send={(typed) => void send(chosen, typed)}
            close={leave}
          />
        )}
        <CommandState entry={entry} />
      </div>
      <div ref={buttons} className="decisions-buttons">
        {actionsOf(item).map((action) => (
          <Button
            key={action.path}
            size="small"
            kind={action.isYes ? 'primary' : 'plain'}
            isDisabled={isUnderWay}
            aria-expanded={action.needs === 'nothing' ? undefined : chosen?.name === action.name}
            onPress={() =>
              action.needs === 'nothing'
                ? void send(action, nothing)
                : setChosen(chosen?.name === action.name ? undefined : action)
            }
          >
            {decisions.action[action.name as keyof typeof decisions.action] ?? action.name}
          </Button>
        ))}
        {actionsOf(item).length === 0 && <span className="quiet">{decisions.elsewhere}</span>}
      </div>
    </li>
  );
};
