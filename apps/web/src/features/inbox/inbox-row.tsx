import { useRef, type ReactNode } from 'react';
import { Button } from '../../ui/button.js';
import { closesBy } from '../../ui/closes-by.js';
import { useWords } from '../../app/reader.js';

interface Props {
  readonly id: string;
  readonly what: string;
  readonly title: ReactNode;
  readonly about: ReactNode;
  readonly words?: string | undefined;
  readonly since: string;
  readonly level?: { readonly at: number; readonly said: string } | undefined;
  /** What opening it is for, where nothing is decided in it. */
  readonly act?: string | undefined;
  readonly isOpen: boolean;
  readonly toggle: () => void;
  readonly children: ReactNode;
}

/** One thing that waits: what, of what, since when; the first press opens what there is to know and the answers. */
export const InboxRow = ({ id, what, title, about, words, since, level, act, isOpen, toggle, children }: Props) => {
  const { inbox } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  const leave = () => {
    button.current?.focus();
    toggle();
  };
  return (
    <li className={isOpen ? 'inbox-item inbox-open' : 'inbox-item'} aria-labelledby={id}>
      <div className="inbox-head">
        <div className="inbox-what">
          <p className="inbox-kind">{what}</p>
          <h2 id={id}>{title}</h2>
          <p className="inbox-about">{about}</p>
          {words !== undefined && (
            <blockquote className="inbox-words">
              <bdi>{words}</bdi>
            </blockquote>
          )}
        </div>
        <div className="inbox-since">
          <span>{since}</span>
          {level && level.at > 0 && <small className={`inbox-level inbox-level-${level.at}`}>{level.said}</small>}
        </div>
        <Button ref={button} size="small" aria-expanded={isOpen} aria-describedby={id} onPress={toggle}>
          {isOpen ? inbox.fold : (act ?? inbox.decide)}
        </Button>
      </div>
      {isOpen && <div onKeyDown={closesBy(leave)}>{children}</div>}
    </li>
  );
};
