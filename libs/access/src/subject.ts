import type { Role } from '@masar/contracts';

/** What an action is about; a field is absent where the action has nothing of the kind, or it is not known yet. */
export interface Subject {
  /** Entity that owns the initiative. */
  readonly owner?: string;
  /** Entities that act in the initiative: parties of its milestones. */
  readonly entities?: readonly string[];
  /** Members by user name, with the role each has in this initiative alone. */
  readonly members?: Readonly<Record<string, Role>>;
  /** The entity a single record is about: whose milestone, whose booked days, whose application. */
  readonly concerns?: string;
}
