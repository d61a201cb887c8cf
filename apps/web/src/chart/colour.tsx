import { useWords } from '../app/reader.js';
import './colour.css';

type Rated = 'green' | 'amber' | 'red';
const shapes = {
  green: <circle cx="6" cy="6" r="5.2" />,
  amber: <path d="M6 .8 11.6 11H.4z" />,
  red: <rect x=".9" y=".9" width="10.2" height="10.2" rx="1.2" />,
} as const;

/** A rating by shape, colour and word together: none of them alone. */
export const Colour = ({ colour }: { readonly colour: Rated | null }) => {
  const { vocabulary } = useWords();
  return (
    <span className={`chart-colour chart-colour-${colour ?? 'unrated'}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {colour === null ? <circle className="chart-colour-none" cx="6" cy="6" r="4.6" /> : shapes[colour]}
      </svg>
      {colour === null ? vocabulary.unrated : vocabulary.colour[colour]}
    </span>
  );
};
