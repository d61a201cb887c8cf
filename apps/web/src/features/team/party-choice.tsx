import { useNames } from '../../app/names.js';
import { useWords } from '../../app/reader.js';
import { Choice } from '../../ui/choice.js';

/** Any party: an entity, a partner, or a body of the constitution. */
export const PartyChoice = ({
  label,
  value,
  choose,
  hint,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly choose: (party: string) => void;
  readonly hint?: string;
}) => {
  const { vocabulary } = useWords();
  const { parties, party } = useNames();
  const bodies = Object.keys(vocabulary.bodies).filter((body) => body !== 'constitutional-procedure');
  const options = [...parties, ...bodies].map((id) => ({ id, name: party(id) }));
  return <Choice label={label} options={options} value={value} choose={choose} hint={hint} />;
};
