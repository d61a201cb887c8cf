import {
  Button,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text,
} from 'react-aria-components';
import './choice.css';
import { Icon } from './icon.js';
import './text-input.css';

export interface Option {
  readonly id: string;
  readonly name: string;
}
interface Props {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly choose: (id: string) => void;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
}

/** One of a list; typing goes to the name that begins so. */
export const Choice = ({ label, options, value, choose, hint, fault, placeholder, isDisabled = false }: Props) => (
  <Select
    className="choice"
    value={value}
    onChange={(key) => key !== null && choose(String(key))}
    isDisabled={isDisabled}
    isInvalid={fault !== undefined}
    placeholder={placeholder ?? '…'}
  >
    <Label className="field-label">{label}</Label>
    <Button className="choice-button">
      <SelectValue className="choice-value" />
      <Icon name="down" />
    </Button>
    {hint !== undefined && (
      <Text slot="description" className="hint">
        {hint}
      </Text>
    )}
    <FieldError className="field-fault">
      <Icon name="warning" />
      {fault}
    </FieldError>
    <Popover className="choice-list">
      <ListBox items={options}>
        {({ id, name }) => (
          <ListBoxItem id={id} textValue={name} className="choice-option">
            <bdi>{name}</bdi>
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  </Select>
);
