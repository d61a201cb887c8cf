import './filter-choice.css';

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly name: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a few, in one line; the device's own list opens, which every hand knows. Marked while it narrows something. */
export const FilterChoice = <T extends string>({ label, value, options, onChange }: Props<T>) => (
  <label className={value === options[0]?.value ? 'filter-choice' : 'filter-choice filter-choice-made'}>
    <span>{label}</span>
    <select value={value} onChange={({ target }) => onChange(target.value as T)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.name}
        </option>
      ))}
    </select>
  </label>
);
