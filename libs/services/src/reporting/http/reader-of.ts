import type { Actor } from '@masar/access';
import type { MasarRequest } from '@masar/nest-kit';

/** What depends on who asks: what exists for the reader, and that sovereign bodies are named to reviewers alone (definitions §3). */
export const readerOf = ({ actor }: MasarRequest): { readonly reader: Actor; readonly hideSovereign: boolean } => ({
  reader: actor!,
  hideSovereign: !(actor?.onlyAccount === true || actor?.roles.includes('reviewer') === true),
});
