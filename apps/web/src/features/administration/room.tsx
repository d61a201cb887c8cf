import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/reader.js';
import { useSession } from '../../app/session.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Notice } from '../../ui/notice.js';
import { isAdministrator } from './sections.js';

export const useMayChange = (): boolean => isAdministrator(useSession());

/** The head of a room: its name, what it is about, and what can be done. */
export const Room = ({
  title,
  lead,
  actions,
  children,
}: {
  readonly title: string;
  readonly lead?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) => {
  const { administration } = useWords();
  const mayChange = useMayChange();
  return (
    <>
      <header className="administration-head">
        <div>
          <h1>{title}</h1>
          {lead !== undefined && <p className="administration-lead">{lead}</p>}
        </div>
        {mayChange && actions !== undefined && <div className="administration-actions">{actions}</div>}
      </header>
      {!mayChange && <Notice>{administration.readOnly}</Notice>}
      {children}
    </>
  );
};

/** A table in its own box: on a narrow screen it scrolls there, the page does not. */
export const Sheet = ({
  label,
  head,
  children,
}: {
  readonly label: string;
  readonly head: readonly string[];
  readonly children: ReactNode;
}) => (
  <div className="panel administration-sheet" role="group" aria-label={label} tabIndex={0}>
    <table className="table">
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);

export const More = ({ more }: { readonly more: (() => void) | undefined }) => {
  const { frame } = useWords();
  return more ? <Button onPress={more}>{frame.more}</Button> : null;
};

interface OpenerProps {
  /** What the button says, and the window when nothing else is said. */
  readonly name: string;
  readonly title?: string;
  readonly kind?: 'primary' | 'plain' | 'danger';
  readonly size?: 'usual' | 'small';
  readonly label?: string;
  readonly children: (close: () => void) => ReactNode;
}

/** A button and the window it opens; each opening begins anew. */
export const Opener = ({ name, title, kind = 'plain', size = 'usual', label, children }: OpenerProps) => {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button
        kind={kind}
        size={size}
        aria-haspopup="dialog"
        onPress={() => setOpen(true)}
        {...(label === undefined ? {} : { 'aria-label': label })}
      >
        {name}
      </Button>
      <Dialog title={title ?? name} isOpen={isOpen} close={close}>
        {children(close)}
      </Dialog>
    </>
  );
};
