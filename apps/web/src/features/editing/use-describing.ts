import { useQueryClient } from '@tanstack/react-query';
import { describe, describeDraft, type Kind } from './initiative-draft.js';
import { useEdited } from './use-edited.js';
import { initiativeQuery, type Initiative } from './use-initiative.js';
import { useSending } from './use-sending.js';

const asRead = (initiative: Initiative) => ({ fields: describeDraft(initiative), version: initiative.version });

/** What is typed about an initiative. */
export const useDescribing = (kind: Kind, initiative: Initiative) => {
  const cache = useQueryClient();
  const { id } = initiative;
  const about = `${kind}/${id}`;
  const sending = useSending(`${about}/describe`);
  const edited = useEdited({
    form: `describe ${about}`,
    now: asRead(initiative),
    readAnew: async () => asRead(await cache.fetchQuery({ ...initiativeQuery(kind, id), staleTime: 0 })),
    commandOf: (before, mine, version) => describe(about, before, mine, version),
    sending,
  });
  return { ...edited, sending };
};
