import type { KeyboardEvent } from 'react';

/** Escape leaves what was opened within a screen; one that closed something above it (a list of choices) has done its work. */
export const closesBy =
  (close: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    close();
  };
