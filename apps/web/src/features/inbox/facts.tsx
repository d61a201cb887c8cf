import { useNames } from '../../app/names.js';
import { useFormats, useWords } from '../../app/reader.js';
import { daysFrom, laterBy } from '../../chart/scale.js';
import type { Fact, Target, Value } from './record-facts.js';

const useTargetWords = () => {
  const { inbox, vocabulary } = useWords();
  return (target: Target): string => {
    if ('date' in target) return inbox.dated(target.date);
    if ('absent' in target) return vocabulary.absentTarget[target.absent as keyof typeof vocabulary.absentTarget];
    return target.provisional ? inbox.dated(target.provisional) : vocabulary.absentTarget['depends-on-another'];
  };
};

/** The facts of a record, each under its name. */
export const Facts = ({ of }: { readonly of: readonly Fact[] }) => {
  const { inbox } = useWords();
  const { signed } = useFormats();
  const names = useNames();
  const targetWords = useTargetWords();
  const words = (value: Value): string => {
    switch (value.sort) {
      case 'target':
        return targetWords(value.target);
      case 'day':
        return inbox.dated(value.day);
      case 'span':
        // The end of a span is not counted in.
        return inbox.span(value.from, laterBy(value.to, -1));
      case 'party':
        return names.party(value.words);
      case 'field':
        return inbox.correctable[value.words as keyof typeof inbox.correctable] ?? value.words;
      case 'state':
        return inbox.applied[value.words as keyof typeof inbox.applied] ?? value.words;
      case 'words':
        return value.words;
    }
  };
  const date = (name: Fact['name']) => {
    const value = of.find((fact) => fact.name === name)?.value;
    return value?.sort === 'target' && 'date' in value.target ? value.target.date : undefined;
  };
  const [from, asked] = [date('from'), date('asked')];
  return (
    <dl className="inbox-facts">
      {of.map(({ name, value }) => (
        <div key={name}>
          <dt>{inbox[name]}</dt>
          <dd>
            <bdi>{words(value)}</bdi>
            {name === 'asked' && from !== undefined && asked !== undefined && <> ({signed(daysFrom(from, asked))})</>}
          </dd>
        </div>
      ))}
    </dl>
  );
};
