import { Link } from 'react-router';
import { useWords } from '../../app/reader.js';
import { useSession } from '../../app/session.js';

interface Props {
  readonly kind: string;
  readonly id: string;
  readonly owner: string;
}

/** The way to an initiative's set-up, for a lead of its owner; what a membership allows beyond that is found at the address. */
export const EditLink = ({ kind, id, owner }: Props) => {
  const { editing } = useWords();
  const { roles, entity, onlyAccount } = useSession();
  if (!onlyAccount && !(roles.includes('lead') && entity === owner)) return null;
  return (
    <Link className="button button-plain button-small" to={`/initiatives/${kind}/${id}/edit`}>
      {editing.edit}
    </Link>
  );
};
