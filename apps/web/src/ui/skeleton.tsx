import { useWords } from '../app/reader.js';
import './skeleton.css';

/** Where rows will be, at their real height; appears only after a moment, so that what comes at once never flickers. */
export const Skeleton = ({ rows }: { readonly rows: number }) => {
  const { frame } = useWords();
  return (
    <div className="skeleton" role="status" aria-label={frame.loading}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="skeleton-row" />
      ))}
    </div>
  );
};
