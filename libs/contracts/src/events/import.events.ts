import { Type } from 'typebox';
import { DateText, Id, InstantText, Words } from '../scalars.js';

const happenedOn = DateText;
const Count = Type.Integer({ minimum: 0 });

/** One command an import will give, whole, with its idempotency key, so that a crash resumes exactly the plan that was decided. */
const PlannedCommand = Type.Object({
  stream: Type.String(),
  key: Type.String(),
  command: Type.Record(Type.String(), Type.Unknown()),
});

export const importEvents = {
  'import.started.v1': Type.Object({
    happenedOn,
    profile: Id,
    asOf: Type.Optional(DateText),
    filename: Type.Optional(Words),
    digest: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    /** Whose Idempotency-Key asked for this run: SHA-256(actor, key). */
    request: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })),
    rows: Count,
    touches: Type.Integer({ minimum: 0, description: 'streams that read "import running" until it completes' }),
    /** What the plan comes to; said again when it is completed. */
    plan: Type.Optional(Type.Object({ new: Count, changed: Count, unchanged: Count, vanished: Count })),
  }),
  /** Internal: a page of the plan. */
  'import.commands-planned.v1': Type.Object({
    happenedOn,
    page: Count,
    /** The plan is whole: nothing is executed before its last page is recorded. */
    last: Type.Optional(Type.Boolean()),
    rows: Type.Array(
      Type.Object({ row: Count, knownAt: Type.Optional(InstantText), commands: Type.Array(PlannedCommand) }),
    ),
  }),
  'import.completed.v1': Type.Object({
    happenedOn,
    new: Count,
    changed: Count,
    unchanged: Count,
    vanished: Count,
    commands: Count,
  }),
  'import.failed.v1': Type.Object({ happenedOn, row: Type.Optional(Count), code: Words, detail: Words }),
};
