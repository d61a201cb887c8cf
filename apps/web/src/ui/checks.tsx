import { Checkbox, CheckboxGroup, FieldError, Label, Text } from 'react-aria-components';
import './checks.css';
import type { Option } from './choice.js';
import { Icon } from './icon.js';
import './text-input.css';

interface Props {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: readonly string[];
  readonly choose: (ids: string[]) => void;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
}

/** Any number of a short list. */
export const Checks = ({ label, options, value, choose, hint, fault }: Props) => (
  <CheckboxGroup className="checks" value={[...value]} onChange={choose} isInvalid={fault !== undefined}>
    <Label className="field-label">{label}</Label>
    {hint !== undefined && (
      <Text slot="description" className="hint">
        {hint}
      </Text>
    )}
    <div className="checks-list">
      {options.map(({ id, name }) => (
        <Checkbox key={id} value={id} className="check">
          <span className="check-box">
            <Icon name="check" />
          </span>
          <bdi>{name}</bdi>
        </Checkbox>
      ))}
    </div>
    <FieldError className="field-fault">
      <Icon name="warning" />
      {fault}
    </FieldError>
  </CheckboxGroup>
);
