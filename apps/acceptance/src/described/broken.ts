import fc from 'fast-check';

/** Values nobody expects anywhere. */
const strange: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  ' ',
  '\u0000',
  '\u202e\u2066',
  "'; drop table commits; --",
  '=1+1',
  '\r\nset-cookie: a=b',
  'x'.repeat(5_000),
  [],
  [[[[]]]],
  {},
  { $ne: null },
  { constructor: { prototype: { roles: ['administrator'] } } },
  ['projects'],
];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A body that was right, with one thing wrong in it: another value, a field too few, a field too many, or nothing right at all. */
export const brokenOf = (right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .record({
      body: right,
      how: fc.constantFrom('value', 'value', 'missing', 'unknown', 'whole'),
      at: fc.nat(),
      value: fc.oneof(fc.constantFrom(...strange), fc.jsonValue({ maxDepth: 2 })),
    })
    .map(({ body, how, at, value }) => {
      const names = isRecord(body) ? Object.keys(body) : [];
      if (how === 'whole' || !isRecord(body)) return value;
      if (how === 'unknown' || names.length === 0) return { ...body, onlyAccount: value };
      const name = names[at % names.length]!;
      const { [name]: _gone, ...rest } = body;
      return how === 'missing' ? rest : { ...rest, [name]: value };
    });

/** Text that is no JSON, or JSON that means harm. */
export const rawBodies: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '{',
    '[1,2',
    '"text"',
    'null',
    '{"__proto__":{"roles":["administrator"]}}',
    '{"constructor":{"prototype":{"onlyAccount":true}}}',
    '{"a":"\\ud800"}',
    '{"a":1e999}',
    `${'['.repeat(2_000)}${']'.repeat(2_000)}`,
  ),
  fc.string({ maxLength: 60 }),
);

/** What may stand where an id belongs. */
export const strangeSegments: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '..',
    '%2e%2e',
    '..%2f..%2fetc',
    '%00',
    'constructor',
    '__proto__',
    'a'.repeat(300),
    '%F0%9F%9A%80',
    '-',
    "'",
    '%0d%0aset-cookie:a=b',
    'toString',
  ),
  fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).map((text) => {
    try {
      return encodeURIComponent(text);
    } catch {
      return '%';
    }
  }),
);
