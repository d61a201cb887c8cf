import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';

interface Props {
  readonly children: ReactNode;
  readonly detail?: string;
  readonly isChosen?: boolean;
  readonly choose: () => void;
  readonly isFirst?: boolean;
}

/** One answer to what a pane asks: pressing it is the second press, and saves. */
export const Option = ({ children, detail, isChosen, choose, isFirst = false }: Props) => (
  <Button
    className="team-option"
    onPress={choose}
    autoFocus={isFirst}
    {...(isChosen !== undefined && { 'aria-pressed': isChosen })}
  >
    {children}
    {detail !== undefined && <small>{detail}</small>}
  </Button>
);
