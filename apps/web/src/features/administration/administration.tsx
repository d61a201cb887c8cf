import { NavLink, Navigate, Route, Routes } from 'react-router';
import { useWords } from '../../app/reader.js';
import { useScreenTitle } from '../../app/screen-title.js';
import { useSession } from '../../app/session.js';
import './administration.css';
import { Audit } from './audit.js';
import { Calendars } from './calendars.js';
import { Entities } from './entities.js';
import { LawPaths } from './law-paths.js';
import { Parked } from './parked.js';
import { Partners } from './partners.js';
import { People } from './people.js';
import { Person } from './person.js';
import { Program } from './program.js';
import { Programs } from './programs.js';
import { sectionsFor } from './sections.js';

/** By the section that leads there: what is closed to a reader opens the first room that is not. */
const rooms = [
  { at: 'people', path: 'people', screen: <People /> },
  { at: 'people', path: 'people/:user', screen: <Person /> },
  { at: 'programs', path: 'programs', screen: <Programs /> },
  { at: 'programs', path: 'programs/:user', screen: <Program /> },
  { at: 'entities', path: 'entities', screen: <Entities /> },
  { at: 'partners', path: 'partners', screen: <Partners /> },
  { at: 'calendars', path: 'calendars', screen: <Calendars /> },
  { at: 'law-paths', path: 'law-paths', screen: <LawPaths /> },
  { at: 'parked', path: 'parked', screen: <Parked /> },
  { at: 'audit', path: 'audit', screen: <Audit /> },
];

/** The rooms of the administration, those that this reader may enter. */
const Administration = () => {
  const { administration, frame } = useWords();
  useScreenTitle(frame.administration);
  const session = useSession();
  const sections = sectionsFor(session);
  const open = new Set(sections.map(({ at }) => at));
  return (
    <div className="screen administration">
      <nav aria-label={administration.sections} className="administration-sections">
        <ul>
          {sections.map((section) => (
            <li key={section.at}>
              <NavLink to={`/administration/${section.at}`}>{administration[section.name]}</NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <Routes>
        {rooms
          .filter(({ at }) => open.has(at))
          .map(({ path, screen }) => (
            <Route key={path} path={path} element={screen} />
          ))}
        <Route path="*" element={<Navigate to={`/administration/${sections[0]?.at ?? 'people'}`} replace />} />
      </Routes>
    </div>
  );
};
export default Administration;
