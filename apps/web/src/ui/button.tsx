import { Button as AriaButton, type ButtonProps } from 'react-aria-components';
import type { RefAttributes } from 'react';
import './button.css';

interface Props extends ButtonProps, RefAttributes<HTMLButtonElement> {
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'usual' | 'small';
}

/** A button says what it does with a verbal noun; only one on a screen is primary. */
export const Button = ({ kind = 'plain', size = 'usual', ...props }: Props) => (
  <AriaButton {...props} className={`button button-${kind} button-${size}`} />
);
