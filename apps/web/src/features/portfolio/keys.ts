type Pressed = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const steps: Readonly<Record<string, 1 | -1>> = { KeyJ: 1, ArrowDown: 1, KeyK: -1, ArrowUp: -1 };
const isPlain = ({ ctrlKey, metaKey, altKey }: Pressed) => !ctrlKey && !metaKey && !altKey;

/** By the place of the key, so that an Arabic layout works alike; never with a key of the browser's held down. */
export const stepOf = (pressed: Pressed): 1 | -1 | 0 =>
  isPlain(pressed) && !pressed.shiftKey ? (steps[pressed.code] ?? 0) : 0;
export const asksToFind = (pressed: Pressed): boolean =>
  isPlain(pressed) && !pressed.shiftKey && pressed.code === 'Slash';
