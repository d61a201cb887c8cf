import { describe, expect, it } from '@jest/globals';
import {
  checkBody,
  readBody,
  PlanMilestoneBody,
  ReachMilestoneBody,
  RegisterInitiativeBody,
  CorrectionBody,
  RequestTargetChangeBody,
  RuleBody,
  SetScopeBody,
  SignInBody,
  PublishLawPathBody,
} from './index.js';

const milestone = { title: { ar: 'محطة' }, target: '2026-03-01' };
const faults = (value: unknown, body: Parameters<typeof checkBody>[1] = PlanMilestoneBody) =>
  checkBody(value, body).map(({ path, code }) => [path, code]);

describe('bodies are closed', () => {
  it('takes what it knows, and an inherited field', () => {
    expect(faults({ ...milestone, on: '2026-02-01', id: 'm-1', key: true, weight: 2.5 })).toEqual([]);
  });

  it('names unknown fields, missing ones and wrong types by their path', () => {
    expect(faults({ title: { ar: 'م', fr: 'm' }, colour: 'red', key: 'yes' })).toEqual([
      ['colour', 'field/unknown'],
      ['title.fr', 'field/unknown'],
      ['target', 'field/missing'],
      ['key', 'field/type'],
    ]);
  });

  it('does not take null for absent, nor a list for an object', () => {
    expect(faults({ ...milestone, key: null })).toEqual([['key', 'field/type']]);
    expect(faults([milestone])).toEqual([['', 'field/type']]);
  });

  it('names a fault inside a list by its place', () => {
    const spans = [
      { from: '2026-02-05', to: '2026-02-09', party: 'entity:education' },
      { from: '2026-02-05', to: '2026-13-09', party: 'nobody' },
    ];
    expect(faults({ spans, reason: 'r' }, RuleBody)).toEqual([
      ['spans.1.to', 'date/not-a-date'],
      ['spans.1.party', 'initiative/unknown-party'],
    ]);
    expect(faults({ entities: Array.from({ length: 2001 }, () => ({})) }, SetScopeBody)).toEqual([
      ['entities', 'field/length'],
    ]);
  });

  it('takes a title in one language, refuses one in none', () => {
    expect(faults({ title: { en: 'x' }, owner: 'e' }, RegisterInitiativeBody)).toEqual([]);
    expect(faults({ title: {}, owner: 'e' }, RegisterInitiativeBody)).toEqual([['title', 'field/missing']]);
  });
});

describe('characters nobody can read', () => {
  const told = (value: unknown, body: Parameters<typeof checkBody>[1]) =>
    checkBody(value, body).map(({ path, code, expected }) => [path, code, expected]);

  it('are refused in titles, reasons, names and whatever else is told, by the path of the text', () => {
    expect(told({ ...milestone, title: { ar: 'محطة', en: 'Sta\u0000tion' } }, PlanMilestoneBody)).toEqual([
      ['title.en', 'field/characters', 'U+0000'],
    ]);
    expect(told({ to: '2026-03-01', reason: 'because \u001b[31m' }, RequestTargetChangeBody)).toEqual([
      ['reason', 'field/characters', 'U+001B'],
    ]);
    const evidence = [
      { title: 'x', url: 'https://example.org' },
      { title: 'y\u0007', url: 'https://example.org' },
    ];
    expect(told({ evidence }, ReachMilestoneBody)).toEqual([['evidence.1.title', 'field/characters', 'U+0007']]);
    const correction = { version: 1, field: 'title', to: { ar: 'ع\u0001' }, reason: 'r' };
    expect(told(correction, CorrectionBody)).toEqual([['to.ar', 'field/characters', 'U+0001']]);
  });

  it('are none of those that part lines and columns', () =>
    expect(told({ ...milestone, title: { en: 'one\ttwo\r\nthree 😀' } }, PlanMilestoneBody)).toEqual([]));

  it('may be in a password: it is compared and never told', () =>
    expect(told({ user: 'admin', password: 'a\u0000b' }, SignInBody)).toEqual([]));
});

describe('dates', () => {
  it.each([
    '2026-02-29',
    '2026-02-30',
    '2026-00-10',
    '2026-1-1',
    'yesterday',
    '2026-03-01T00:00:00Z',
    '0000-01-01',
    '',
  ])('%s is none', (date) => {
    expect(faults({ ...milestone, target: date })).toEqual([['target', 'date/not-a-date']]);
  });
  it.each(['2024-02-29', '2000-02-29', '2026-12-31'])('%s is one', (date) =>
    expect(faults({ ...milestone, target: date })).toEqual([]),
  );
  it('1900 was no leap year', () =>
    expect(faults({ ...milestone, target: '1900-02-29' })).toEqual([['target', 'date/not-a-date']]));
});

describe('targets', () => {
  it.each([
    { after: 'm-1', days: 30 },
    { after: 'start', months: 2 },
    { after: 'laws/L-7/stages/published', days: 10, working: true },
    { absent: 'withheld', ground: 'Section 26' },
  ])('%j is one', (target) => expect(faults({ ...milestone, target })).toEqual([]));
  it.each([
    { after: 'm-1' },
    { after: 'm-1', days: 3, months: 1 },
    { after: 'm-1', months: 1, working: true },
    { after: 'm-1', days: 1.5 },
    { after: 'a b', days: 1 },
    { absent: 'later' },
    { days: 3 },
    12,
  ])('%j is none', (target) => expect(faults({ ...milestone, target })).toHaveLength(1));
});

describe('evidence', () => {
  it.each([
    [{ title: 'x', url: 'http://example.org' }],
    [{ title: 'x', url: 'https://a b' }],
    [{ title: 'x' }],
    [{ title: 'x', url: 'https://example.org', file: '0'.repeat(64) }],
  ])('refuses %j', (...evidence) => expect(faults({ evidence }, ReachMilestoneBody)).toHaveLength(1));
  it('takes an https link', () =>
    expect(faults({ evidence: [{ title: 'x', url: 'https://example.org/a' }] }, ReachMilestoneBody)).toEqual([]));
});

describe('a body checked by a schema of the language', () => {
  const path = { jurisdiction: 'JO', instrument: 'law', name: { en: 'Jordan' }, first: ['a'], outcomes: ['in-force'] };
  it('closes what the schema leaves open', () => {
    const stage = { stage: 'a', name: { en: 'A' }, party: 'cabinet', next: [] };
    expect(faults({ ...path, stages: [stage] }, PublishLawPathBody)).toEqual([]);
    expect(faults({ ...path, stages: [{ ...stage, colour: 'red' }] }, PublishLawPathBody)).toEqual([
      [expect.stringContaining('stages'), 'field/shape'],
    ]);
  });
});

describe('digits of dates', () => {
  it('are taken in Arabic and in extended form wherever a date stands, and read as 012', () => {
    expect(readBody({ ...milestone, target: '٢٠٢٦-٠٣-٠١', on: '۲۰۲۶-۰۲-۰۱' }, PlanMilestoneBody)).toEqual({
      ...milestone,
      on: '2026-02-01',
    });
    const span = { from: '٢٠٢٦-٠٢-٠٥', to: '2026-02-09', party: 'entity:education' };
    expect(readBody({ spans: [span], reason: '٢٠٢٦-٠٢-٠٥' }, RuleBody)).toEqual({
      spans: [{ ...span, from: '2026-02-05' }],
      reason: '٢٠٢٦-٠٢-٠٥',
    });
  });

  it('that make no date are refused as they were typed', () => {
    const body = readBody({ ...milestone, on: '٢٠٢٦-٠٢-٣٠' }, PlanMilestoneBody);
    expect(faults(body)).toEqual([['on', 'date/not-a-date']]);
  });
});

describe('ids', () => {
  it('are what an address can name', () => {
    const named = (id: string) => faults({ ...milestone, id });
    for (const id of ['m-1', 'M_1.a', '...', '.a', 'a'.repeat(64)]) expect(named(id)).toEqual([]);
    for (const id of ['.', '..', '', 'a/b', 'م', 'a'.repeat(65)]) expect(named(id)).toEqual([['id', 'field/shape']]);
    expect(faults({ title: { en: 'x' }, owner: '..' }, RegisterInitiativeBody)).toEqual([['owner', 'field/shape']]);
  });
});

describe('references', () => {
  it('to a kind there is none of are refused', () => {
    const after = (reference: string) => faults({ ...milestone, target: { after: reference, days: 3 } });
    expect(after('projects/P-1/milestones/m-2')).toEqual([]);
    expect(after('budgets/P-1/milestones/m-2')).toEqual([['target.after', 'field/shape']]);
  });
});
