import type { Command } from '../../app/commands/intent.js';
import { differing } from './rebased.js';
import { bilingual, titleDraft, type Title, type TitleDraft } from './title.js';

export const kinds = ['projects', 'laws', 'policies'] as const;
export type Kind = (typeof kinds)[number];
export const isKind = (kind: string): kind is Kind => kinds.includes(kind as Kind);
export type Audience = 'portfolio' | 'reviewers' | 'team';

/** An initiative as the form that registers it holds it. */
export interface RegisterDraft extends TitleDraft {
  readonly kind: Kind;
  readonly owner: string;
  readonly startedOn: string;
  /** Of a law: `<jurisdiction> <instrument>`. */
  readonly lawPath: string;
  readonly audience: Audience;
  readonly isDraft: boolean;
}

export type Missing = 'title' | 'owner' | 'lawPath';
export const missingOf = (draft: RegisterDraft): Missing | undefined => {
  if (bilingual(draft) === undefined) return 'title';
  if (draft.owner === '') return 'owner';
  return draft.kind === 'laws' && draft.lawPath === '' ? 'lawPath' : undefined;
};

export const register = (draft: RegisterDraft): Command => {
  const [jurisdiction, instrument] = draft.lawPath.split(' ');
  return {
    path: `/api/${draft.kind}`,
    body: {
      title: bilingual(draft),
      owner: draft.owner,
      audience: draft.audience,
      draft: draft.isDraft,
      ...(draft.startedOn !== '' && { startedOn: draft.startedOn }),
      ...(draft.kind === 'laws' && { jurisdiction, instrument }),
    },
  };
};

/** What may be described anew, as its form holds it. */
export interface DescribeDraft extends TitleDraft {
  readonly startedOn: string;
  readonly audience: Audience;
}
interface Known {
  readonly title: Title;
  readonly startedOn: string | null;
  readonly audience: Audience;
}
export const describeDraft = ({ title, startedOn, audience }: Known): DescribeDraft => ({
  ...titleDraft(title),
  startedOn: startedOn ?? '',
  audience,
});

/** Says only what differs from what was read, on the version it was read at. */
export const describe = (
  initiative: string,
  before: DescribeDraft,
  after: DescribeDraft,
  version: number,
): Command | undefined => {
  const changed = differing(after, before);
  if (changed.length === 0) return undefined;
  const isRetitled = changed.includes('ar') || changed.includes('en');
  return {
    path: `/api/${initiative}/describe`,
    version,
    body: {
      ...(isRetitled && { title: bilingual(after) }),
      ...(changed.includes('startedOn') && after.startedOn !== '' && { startedOn: after.startedOn }),
      ...(changed.includes('audience') && { audience: after.audience }),
    },
  };
};
