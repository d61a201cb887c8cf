import { Link } from 'react-router';
import { useWords } from '../../app/reader.js';
import { useSession } from '../../app/session.js';
import { Icon } from '../../ui/icon.js';

/** The way to a new initiative, for whoever may register one. */
export const RegisterLink = () => {
  const { editing } = useWords();
  const { roles, onlyAccount } = useSession();
  if (!roles.includes('lead') && !onlyAccount) return null;
  return (
    <Link className="button button-plain button-usual" to="/initiatives/new">
      <Icon name="plus" />
      {editing.register}
    </Link>
  );
};
