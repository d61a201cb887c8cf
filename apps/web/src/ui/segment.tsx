import { Button } from 'react-aria-components';
import './segment.css';

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly name: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a very few, all in sight. */
export const Segment = <T extends string>({ label, value, options, onChange }: Props<T>) => (
  <div className="segment" role="group" aria-label={label}>
    {options.map((option) => (
      <Button key={option.value} aria-pressed={option.value === value} onPress={() => onChange(option.value)}>
        {option.name}
      </Button>
    ))}
  </div>
);
