import { describe, expect, it } from '@jest/globals';
import { HttpException } from '@nestjs/common';
import { Refusal, refusalCodes } from '@masar/contracts';
import { codeOfFaults, InvalidFields } from './field-faults.js';
import { languageOf } from './language.js';
import { knownProblem } from './problem-filter.js';
import { refusals } from './refusals.js';
import { problemOf } from './refusal-problem.js';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'ar'],
    ['fr', 'ar'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,ar;q=0.8', 'en'],
    ['ar-EG, en;q=0.5', 'ar'],
    ['fr, en;q=0.2, ar;q=0.1', 'en'],
    ['en;q=0', 'ar'],
    ['*', 'ar'],
    ['ar;q=0, *', 'en'],
    ['ar;q=0, en;q=0', 'ar'],
    ['ar;q=0', 'en'],
    ['en, ar', 'en'],
    ['en, *', 'en'],
    ['en;q=0.5, *;q=0.1', 'en'],
    ['en;q=0.5, *', 'ar'],
  ])('of %j is %s', (header, language) => expect(languageOf(header)).toBe(language));
});

describe('the words of every code', () => {
  it.each(refusalCodes.map((code) => [code]))('%s is said in both languages', (code) => {
    const { ar, en, detail = [] } = refusals[code];
    expect(ar).toMatch(/[\u0600-\u06ff]/);
    expect(en).toMatch(/^[\x20-\x7e]+$/);
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    for (const sentence of [detail].flat()) expect(names(sentence.ar)).toEqual(names(sentence.en));
  });
});

describe('a refusal as a problem', () => {
  const future = new Refusal('date/in-future', { on: '2026-03-02', today: '2026-03-01' }, 'on');

  it('has type, title, status, detail and code, in the asker’s language', () => {
    expect(knownProblem(future, 'en', {})).toEqual({
      type: '/api/problems/date/in-future',
      title: 'The date is in the future',
      status: 422,
      detail: '2026-03-02 is after today, 2026-03-01',
      code: 'date/in-future',
      details: { on: '2026-03-02', today: '2026-03-01' },
    });
    expect(knownProblem(future, 'ar', {})?.title).toBe('التاريخ لم يأتِ بعد');
  });

  it('names the field when it is one the asker sent', () => {
    expect(knownProblem(future, 'en', { on: '2026-03-02' })?.errors).toEqual([
      { path: 'on', code: 'date/in-future', message: '2026-03-02 is after today, 2026-03-01' },
    ]);
  });

  it('is a missing address for an id in it, an impossible value for one in the body', () => {
    const unknown = new Refusal('milestone/unknown', { milestone: 'm-9' }, 'milestone');
    expect(knownProblem(unknown, 'en', { on: '2026-03-02' })?.status).toBe(404);
    expect(knownProblem(unknown, 'en', { milestone: 'm-9' })?.status).toBe(422);
  });

  it('says the title where details are missing, and lists what is a list', () => {
    expect(problemOf('law/stage-not-allowed', 'en').detail).toBe('This stage may not come next');
    expect(problemOf('law/stage-not-allowed', 'en', { from: 'gazette', allowed: ['published', 'x'] }).detail).toBe(
      'After gazette may come: published, x',
    );
    expect(problemOf('law/stage-not-allowed', 'ar', { from: 'gazette', allowed: ['published'] }).detail).toBe(
      'بعد المرحلة \u2068gazette\u2069 يجوز: \u2068published\u2069',
    );
  });

  it('says the first of its sentences that the details fill; what is not there says nothing, an empty list says none', () => {
    const said = (details: object) => problemOf('law/stage-not-allowed', 'en', { ...details }).detail;
    expect(said({ from: null, allowed: ['introduced'] })).toBe('The first may be: introduced');
    expect(said({ from: 'in-force', allowed: [] })).toBe('After in-force may come: none');
    const field = { field: 'on', type: 'milestone.reached.v1', version: 5 };
    expect(problemOf('correction/field-not-correctable', 'en', field).detail).toBe(
      'The field on of this entry cannot be corrected',
    );
    expect(problemOf('correction/field-not-correctable', 'en', { ...field, stage: 'plenary', instead: 4 }).detail).toBe(
      'The milestone follows its stage plenary: correct the entry of the stage, version 4',
    );
  });
});

describe('what else can go wrong', () => {
  it('knows faults of storage, and what the framework throws, by status', () => {
    expect(knownProblem(Object.assign(new Error('full'), { code: 'storage/unavailable' }), 'en')).toMatchObject({
      status: 503,
      code: 'service/not-ready',
    });
    expect(knownProblem(new HttpException('x', 404), 'en')).toMatchObject({ status: 404, code: 'read/not-found' });
    expect(knownProblem({ statusCode: 413 }, 'en')).toMatchObject({ status: 413, code: 'body/too-large' });
  });
  it('does not know a fault of our own', () => expect(knownProblem(new TypeError('x'), 'en')).toBeUndefined());
});

describe('faults of fields', () => {
  it.each(['text', 'list', 'object', 'whole number', 'a value', 'must have required properties stages'])(
    'of a form that is words (%s) are said in Arabic without English',
    (expected) => {
      const problem = knownProblem(new InvalidFields([{ path: 'x', code: 'field/type', expected }]), 'ar');
      expect(problem?.errors?.[0]?.message).not.toMatch(/[a-z]/);
    },
  );

  it('are malformed (400) when one does not fit the body, impossible (422) when all fit and cannot be', () => {
    expect(codeOfFaults([{ path: 'a', code: 'field/unknown' }])).toBe('body/unknown-field');
    expect(
      codeOfFaults([
        { path: 'a', code: 'field/unknown' },
        { path: 'b', code: 'field/missing' },
      ]),
    ).toBe('body/invalid');
    expect(
      codeOfFaults([
        { path: 'a', code: 'date/not-a-date' },
        { path: 'b', code: 'field/word' },
      ]),
    ).toBe('body/invalid');
    expect(
      codeOfFaults([
        { path: 'a', code: 'date/not-a-date' },
        { path: 'b', code: 'date/not-a-date' },
      ]),
    ).toBe('date/not-a-date');
    expect(
      codeOfFaults([
        { path: 'a', code: 'date/not-a-date' },
        { path: 'b', code: 'initiative/unknown-party' },
      ]),
    ).toBe('command/invalid');
  });

  it('name an unknown filter of a query', () => {
    const problem = knownProblem(new InvalidFields([{ path: 'colour', code: 'field/unknown' }], 'query'), 'en');
    expect(problem).toMatchObject({ status: 400, code: 'page/unknown-filter', detail: 'The filter colour is unknown' });
  });
});
