import { useWords } from '../app/reader.js';
import './confidence.css';

type Colour = 'green' | 'amber' | 'red';
const shapes: Readonly<Record<Colour, string>> = {
  green: 'M6 .8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 0 0 6 .8z',
  amber: 'M6 .8 11.6 11H.4z',
  red: 'M1 1h10v10H1z',
};

/** A rating by its shape, its colour and its word; none is a dashed circle. */
export const Confidence = ({ colour }: { readonly colour: Colour | undefined }) => {
  const { vocabulary } = useWords();
  return (
    <span className={`confidence confidence-${colour ?? 'none'}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {colour ? <path d={shapes[colour]} /> : <circle cx="6" cy="6" r="4.6" />}
      </svg>
      {colour ? vocabulary.colour[colour] : vocabulary.unrated}
    </span>
  );
};
