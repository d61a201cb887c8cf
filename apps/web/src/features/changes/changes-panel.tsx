import { Link } from 'react-router';
import { useWords } from '../../app/reader.js';
import { ChangesBody } from './changes-body.js';

const besidePortfolio = 12;

/** Beside the portfolio on wide screens: the latest of what changed. */
export const ChangesPanel = () => {
  const { changes } = useWords();
  return (
    <aside className="panel changes-panel" aria-label={changes.title}>
      <header>
        <h2>{changes.title}</h2>
        <Link to="/changes">{changes.all}</Link>
      </header>
      <ChangesBody limit={besidePortfolio} />
    </aside>
  );
};
