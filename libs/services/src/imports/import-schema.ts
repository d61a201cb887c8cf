import { BilingualText, DateText, InstantText } from '@masar/contracts';
import { Type } from 'typebox';

const counts = { new: Type.Integer(), changed: Type.Integer(), unchanged: Type.Integer(), vanished: Type.Integer() };

export const profileSchema = Type.Object({
  id: Type.String(),
  title: BilingualText,
  kind: Type.String({ enum: ['projects', 'laws', 'policies'] }),
  tells: Type.String({ enum: ['snapshot', 'history'] }),
  own: Type.Boolean({ description: 'our own table: its commands are given with the rights of who imports' }),
  template: Type.Boolean({ description: 'whether `/api/imports/template` has its header' }),
});

export const faultSchema = Type.Object({
  row: Type.Integer({ description: 'the row a spreadsheet shows it in, empty ones counted; 0 is the file as a whole' }),
  column: Type.String(),
  value: Type.String(),
  code: Type.String(),
  message: Type.String(),
  blocking: Type.Boolean({ description: 'false: listed only, the row is imported' }),
  refusal: Type.Optional(Type.String({ description: 'of `import/refused`: the code of the rule' })),
});

export const importAnswerSchema = Type.Object({
  id: Type.String(),
  status: Type.String({ enum: ['preview', 'completed', 'failed'] }),
  rows: Type.Integer(),
  ...counts,
  faultCount: Type.Integer({ description: 'all that stop the file, listed or not' }),
  noticeCount: Type.Integer({ description: 'all that stop nothing, listed or not' }),
  faults: Type.Array(faultSchema, { description: 'the first thousand, those that stop the file before notices' }),
  preview: Type.Array(
    Type.Object({
      row: Type.Integer(),
      change: Type.String({ enum: ['new', 'changed', 'unchanged'] }),
      initiative: Type.String(),
      source: Type.Object({ system: Type.String(), id: Type.String() }),
      title: BilingualText,
      commands: Type.Array(Type.Object({ type: Type.String(), on: DateText })),
    }),
  ),
  refused: Type.Optional(Type.Array(Type.Object({ row: Type.Integer(), code: Type.String(), detail: Type.String() }))),
});

export const importSchema = Type.Object({
  id: Type.String(),
  status: Type.String({ enum: ['running', 'completed', 'failed'] }),
  profile: Type.String(),
  asOf: Type.Optional(DateText),
  filename: Type.Optional(Type.String()),
  rows: Type.Integer(),
  touches: Type.Integer(),
  ...counts,
  actor: Type.String(),
  runs: Type.Integer({ description: 'how often this file was imported; everything here is of the last run' }),
  startedAt: InstantText,
  endedAt: Type.Optional(InstantText),
  progress: Type.Optional(Type.Object({ commands: Type.Integer(), of: Type.Integer() })),
  commands: Type.Optional(Type.Integer()),
  code: Type.Optional(Type.String()),
  detail: Type.Optional(Type.String()),
  row: Type.Optional(Type.Integer()),
  version: Type.Integer(),
});
