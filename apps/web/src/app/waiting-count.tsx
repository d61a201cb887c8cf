import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';
import { useFormats, useWords } from './reader.js';
import { useSession } from './session.js';

const one = { params: { query: { limit: 1 } } };
/** A partner has an inbox of its own. */
const totalFor = async (isPartner: boolean) =>
  (isPartner ? await bodyOf(api.GET('/api/partner/inbox', one)) : await bodyOf(api.GET('/api/inbox', one))).total;

/** How much waits for the reader, beside the name of the inbox; nothing where nothing waits. */
export const WaitingCount = () => {
  const { inbox } = useWords();
  const { number } = useFormats();
  const { partner } = useSession();
  const isPartner = partner !== undefined;
  const { data } = useQuery({ queryKey: ['inbox', 'count'], queryFn: () => totalFor(isPartner) });
  if (data === undefined || data === 0) return null;
  return (
    <span className="waiting-count" aria-label={typeof data === 'number' ? inbox.count(data) : data}>
      {typeof data === 'number' ? number(data) : data}
    </span>
  );
};
