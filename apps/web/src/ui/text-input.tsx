import { FieldError, Input, Label, Text, TextArea, TextField, type TextFieldProps } from 'react-aria-components';
import { Icon } from './icon.js';
import './text-input.css';

interface Props extends TextFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What the server or the form found wrong with it. */
  readonly fault?: string | undefined;
  readonly lines?: number;
}

/** One field with its name above it, and what is wrong with it under it. */
export const TextInput = ({ label, hint, fault, lines, ...props }: Props) => (
  <TextField {...props} className="text-input" isInvalid={fault !== undefined} validationBehavior="aria">
    <Label>{label}</Label>
    {lines === undefined ? <Input className="input" /> : <TextArea className="input" rows={lines} />}
    {hint !== undefined && (
      <Text slot="description" className="hint">
        {hint}
      </Text>
    )}
    <FieldError className="field-fault">
      <Icon name="warning" />
      {fault}
    </FieldError>
  </TextField>
);
