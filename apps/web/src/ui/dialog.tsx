import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../app/reader.js';
import { Button } from './button.js';
import './dialog.css';
import { Icon } from './icon.js';

interface Props {
  readonly title: string;
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly children: ReactNode;
  /** What is told once is not closed by a stray press beside it. */
  readonly stays?: boolean;
}

/** A window over the screen; focus stays in it and goes back where it was. Escape closes it. */
export const Dialog = ({ title, isOpen, close, children, stays = false }: Props) => {
  const { frame } = useWords();
  return (
    <ModalOverlay
      className="dialog-veil"
      isOpen={isOpen}
      isDismissable={!stays}
      onOpenChange={(open) => {
        if (!open) close();
      }}
    >
      <Modal className="dialog-window">
        <AriaDialog className="dialog">
          <header className="dialog-head">
            <Heading slot="title">{title}</Heading>
            <Button kind="quiet" size="small" aria-label={frame.close} onPress={close}>
              <Icon name="close" />
            </Button>
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
};
