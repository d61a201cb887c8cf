import type { MasarRequest } from '@masar/nest-kit';

/** What depends on who asks: sovereign bodies are named to reviewers alone (definitions §3). */
export const readerOf = ({ actor }: MasarRequest): { readonly hideSovereign: boolean } => ({
  hideSovereign: !(actor?.onlyAccount === true || actor?.roles.includes('reviewer') === true),
});
