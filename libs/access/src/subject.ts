import type { Audience, Role } from '@masar/contracts';

/** What an action is about; a field is absent where the action has nothing of the kind, or it is not known yet. */
export interface Subject {
  /** Entity that owns the initiative. */
  readonly owner?: string;
  /** Whom the initiative is for; absent where there is no initiative yet, or none at all. */
  readonly audience?: Audience;
  /** Entities that act in the initiative: parties of its milestones. */
  readonly entities?: readonly string[];
  /** Entities that something is booked to: waited on, or in the scope of a policy. Their focal points see what it is. */
  readonly booked?: readonly string[];
  /** Members by user name, with the role each has in this initiative alone. */
  readonly members?: Readonly<Record<string, Role>>;
  /** The entity a single record is about: whose milestone, whose booked days, whose application. */
  readonly concerns?: string;
  /** The partner a commitment is with; of an initiative, the one of who asks, where it has a commitment for it. */
  readonly partner?: string;
  /** Whom a question or an obstacle was put to: a user name, `entity:<id>` or `cabinet`. */
  readonly addressedTo?: string;
  /** Users who asked for what is being decided, or reported it. */
  readonly askedBy?: readonly string[];
  /** The role that is being given to somebody. */
  readonly gives?: Role;
}
