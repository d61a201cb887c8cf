/**
 * What was done takes along what it was done with: the focus goes on to what stands beside it. Whoever has gone elsewhere
 * meanwhile is left there.
 */
export const focusGoesOn = (from: Element | null, next: HTMLElement | null): void => {
  const focused = document.activeElement;
  if (focused === null || focused === document.body || from?.contains(focused)) next?.focus();
};
