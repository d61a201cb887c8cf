import { useFormats, useWords } from '../../app/reader.js';
import { RegisterLink } from '../editing/register-link.js';

/** Under the list: another initiative, and what can be taken away as a file. */
export const ListFoot = ({ knownOn }: { readonly knownOn: string | undefined }) => {
  const { portfolio } = useWords();
  const { language } = useFormats();
  const day = knownOn === undefined ? '' : `?knownOn=${knownOn}`;
  const inLanguage = `${day === '' ? '?' : `${day}&`}lang=${language}`;
  return (
    <footer className="portfolio-foot">
      <RegisterLink />
      <span className="portfolio-exports">
        {portfolio.export}:{' '}
        <a href={`/api/export/portfolio.xlsx${inLanguage}`} download>
          {portfolio.exportTable.xlsx}
        </a>
        <a href={`/api/export/portfolio.csv${day}`} download>
          {portfolio.exportTable.csv}
        </a>
        <a href={`/api/export/milestones.xlsx${inLanguage}`} download>
          {portfolio.exportMilestones.xlsx}
        </a>
        <a href={`/api/export/milestones.csv${day}`} download>
          {portfolio.exportMilestones.csv}
        </a>
        <a href={`/api/export/milestones.ics${day}`} download>
          {portfolio.exportDates}
        </a>
      </span>
    </footer>
  );
};
