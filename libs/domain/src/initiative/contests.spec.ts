import { describe, expect, it } from '@jest/globals';
import { event, type Actor } from '@masar/contracts';
import type { BookedSpan } from '../command-context.js';
import { project } from '../testing/initiatives.js';
import { lead, reviewer, voice } from '../testing/voices.js';
import type { Initiative } from './state.js';

/** Worked example 3: finance holds 02-05 → 02-20, recorded on 02-20; education the days before. */
const ledger = (): readonly BookedSpan[] => [
  { from: '2026-02-01', to: '2026-02-05', party: 'entity:education', bucket: 'active', contestableFrom: '2026-03-11' },
  { from: '2026-02-05', to: '2026-02-12', party: 'entity:finance', bucket: 'waiting', contestableFrom: '2026-02-20' },
  { from: '2026-02-12', to: '2026-02-20', party: 'entity:finance', bucket: 'waiting', contestableFrom: '2026-02-22' },
  { from: '2026-02-20', to: '2026-03-01', party: 'entity:land', bucket: 'waiting', contestableFrom: '2026-03-01' },
];
const finance = voice({ user: 'fadi', roles: ['focal-point'], entity: 'finance' }, { ledger });
const cabinet = voice({ user: 'rami', roles: ['reviewer'] }, { ledger });
const entry = { contest: 'x-1', party: 'entity:finance', from: '2026-02-05', to: '2026-02-20', reason: 'no file came' };
const contested = project.after(finance('2026-03-01', 'ContestEntry', entry));
const rule = (spans: readonly { from: string; to: string; party: string }[]) =>
  voice({ user: 'reem', roles: ['reviewer'] })('2026-03-05', 'RuleOnContest', {
    contest: 'x-1',
    spans,
    reason: 'seen',
  });

describe('an entry is contested', () => {
  it('by the party it is booked to, day for day', () =>
    project
      .when(finance('2026-03-01', 'ContestEntry', entry))
      .thenFacts(event('ledger.contested.v1', { happenedOn: '2026-03-01', ...entry })));

  it('by the cabinet office for a body without account', () =>
    project
      .when(cabinet('2026-03-01', 'ContestEntry', { ...entry, to: '2026-02-10' }))
      .thenFacts(event('ledger.contested.v1', { happenedOn: '2026-03-01', ...entry, to: '2026-02-10' })));

  it.each(['entity:finance', 'partner:nile'])('not by the cabinet office where %s has people of its own', (party) => {
    const asked: string[] = [];
    const spoken = (of: string) => {
      asked.push(of);
      return of === party;
    };
    const at = ledger().map((span) => ({ ...span, party }));
    const knowing = { ledger: () => at, hasPeople: spoken };
    const contesting = (actor: Actor) => voice(actor, knowing)('2026-03-01', 'ContestEntry', { ...entry, party });
    project.when(contesting({ user: 'rami', roles: ['reviewer'] })).thenRefused('contest/party-has-people', { party });
    const own: Actor = party.startsWith('partner:')
      ? { user: 'nadia', roles: ['partner'], partner: 'nile' }
      : { user: 'fadi', roles: ['focal-point'], entity: 'finance' };
    project
      .when(contesting(own))
      .thenFacts(event('ledger.contested.v1', { happenedOn: '2026-03-01', ...entry, party }));
    project
      .when(
        voice({ user: 'import', roles: ['integrator'] }, { ...knowing, fromSource: true })(
          '2026-03-01',
          'ContestEntry',
          { ...entry, party },
        ),
      )
      .thenFacts(event('ledger.contested.v1', { happenedOn: '2026-03-01', ...entry, party }));
    expect(asked).toEqual([party]);
  });

  it('not by a reviewer of the party where it has people of its own, who is no voice of it', () => {
    const ofFinance: Actor = { user: 'noha', roles: ['reviewer'], entity: 'finance' };
    const asking = (hasPeople: boolean) =>
      voice(ofFinance, { ledger, hasPeople: () => hasPeople })('2026-03-01', 'ContestEntry', entry);
    project.when(asking(true)).thenRefused('contest/party-has-people', { party: 'entity:finance' });
    project.when(asking(false)).thenFacts(event('ledger.contested.v1', { happenedOn: '2026-03-01', ...entry }));
  });

  it('by the cabinet office where nobody of the party may contest in this very initiative', () => {
    const seen: string[] = [];
    const asking = voice(
      { user: 'rami', roles: ['reviewer'] },
      { ledger, hasPeople: (_, { owner, audience }) => seen.push(`${owner} ${audience}`) === 0 },
    );
    project
      .when(asking('2026-03-01', 'ContestEntry', entry))
      .thenFacts(event('ledger.contested.v1', { happenedOn: '2026-03-01', ...entry }));
    expect(seen).toEqual(['education portfolio']);
  });

  it('by the cabinet office for a body of the constitution: no account is asked for', () => {
    const cabinets = ledger().map((span) => ({ ...span, party: 'legislature' }));
    const nobodyAsks = () => {
      throw new Error('asked');
    };
    project
      .when(
        voice({ user: 'rami', roles: ['reviewer'] }, { ledger: () => cabinets, hasPeople: nobodyAsks })(
          '2026-03-01',
          'ContestEntry',
          { ...entry, party: 'legislature' },
        ),
      )
      .thenState((state) => expect(Object.keys((state as Initiative).contests)).toEqual(['x-1']));
  });

  it('by whoever is its reviewer by membership, and by no other member', () => {
    const joined = (role: 'reviewer' | 'member') =>
      project
        .after(reviewer('2026-02-25', 'AddMember', { user: 'noha', role }))
        .when(voice({ user: 'noha', roles: ['auditor'] }, { ledger })('2026-03-01', 'ContestEntry', entry));
    joined('reviewer').thenFacts(event('ledger.contested.v1', { happenedOn: '2026-03-01', ...entry }));
    joined('member').thenRefused('access/denied');
  });

  it('by nobody else', () =>
    project
      .when(
        voice({ user: 'layla', roles: ['lead'], entity: 'education' }, { ledger })('2026-03-01', 'ContestEntry', entry),
      )
      .thenRefused('access/denied'));

  it('also when it is active: any entry', () =>
    project
      .when(
        voice({ user: 'maha', roles: ['member'], entity: 'education' }, { ledger })('2026-03-01', 'ContestEntry', {
          ...entry,
          party: 'entity:education',
          from: '2026-02-02',
          to: '2026-02-04',
        }),
      )
      .thenState((state) => expect(Object.keys((state as Initiative).contests)).toEqual(['x-1'])));

  it.each([
    ['days of others among them', { to: '2026-02-21' }, 'contest/not-booked', { missing: '2026-02-20' }],
    ['days before the first one booked', { from: '2026-02-04' }, 'contest/not-booked', {}],
    ['no days at all', { to: '2026-02-05' }, 'date/span-empty', {}],
    ['a day that does not exist', { to: '2026-02-30' }, 'date/not-a-date', {}],
  ])('not with %s', (_, fields, code, details) =>
    project.when(finance('2026-03-01', 'ContestEntry', { ...entry, ...fields })).thenRefused(code, details),
  );

  it('within fifteen working days of its recording, of every part of it', () => {
    const first = { ...entry, to: '2026-02-12' };
    // Friday 02-20: the fifteenth Egyptian working day after it is Thursday 03-12.
    project
      .when(finance('2026-03-12', 'ContestEntry', first))
      .thenState((state) => expect((state as Initiative).contests['x-1']?.status).toBe('undecided'));
    project.when(finance('2026-03-15', 'ContestEntry', first)).thenRefused('contest/too-late', { until: '2026-03-12' });
    project.when(finance('2026-03-15', 'ContestEntry', entry)).thenRefused('contest/too-late');
  });

  it('once until decided', () => {
    contested
      .when(finance('2026-03-02', 'ContestEntry', { ...entry, contest: 'x-2', to: '2026-02-07' }))
      .thenRefused('contest/exists', { contest: 'x-1' });
    contested.when(finance('2026-03-02', 'ContestEntry', entry)).thenRefused('contest/exists');
  });

  it('with an id of another party’s contest only where the days are the own ones', () => {
    const nile = voice({ user: 'nadia', roles: ['partner'], partner: 'nile' }, { ledger });
    contested
      .when(nile('2026-03-02', 'ContestEntry', { ...entry, party: 'partner:nile' }))
      .thenRefused('contest/not-booked');
  });

  it('also after the initiative is complete', () =>
    project
      .after(lead('2026-03-01', 'CompleteInitiative', {}))
      .when(finance('2026-03-02', 'ContestEntry', entry))
      .thenFacts(event('ledger.contested.v1', { happenedOn: '2026-03-02', ...entry })));
});

describe('an entry with a pause inside it (worked example 2) is contested whole', () => {
  const days = (from: string, to: string, party: string, bucket: BookedSpan['bucket']): BookedSpan => ({
    from,
    to,
    party: `entity:${party}`,
    bucket,
    contestableFrom: '2026-02-20',
  });
  const interrupted = [
    days('2026-02-01', '2026-02-05', 'education', 'active'),
    days('2026-02-05', '2026-02-12', 'finance', 'waiting'),
    days('2026-02-12', '2026-02-15', 'education', 'paused'),
    days('2026-02-15', '2026-02-20', 'finance', 'waiting'),
    days('2026-02-20', '2026-02-22', 'education', 'paused'),
    days('2026-02-22', '2026-03-01', 'land', 'waiting'),
  ];
  const speaker = voice({ user: 'fadi', roles: ['focal-point'], entity: 'finance' }, { ledger: () => interrupted });
  const contest = (from: string, to: string) => speaker('2026-03-01', 'ContestEntry', { ...entry, from, to });

  it('by the days that are its own: paused ones stay paused whatever is ruled', () => {
    project
      .when(contest('2026-02-05', '2026-02-20'))
      .thenFacts(event('ledger.contested.v1', { happenedOn: '2026-03-01', ...entry }));
    project
      .after(contest('2026-02-05', '2026-02-22'))
      .when(rule([{ from: '2026-02-05', to: '2026-02-22', party: 'entity:education' }]))
      .thenState((state) => expect((state as Initiative).contests['x-1']?.status).toBe('ruled'));
  });
  it.each([
    ['paused days alone', '2026-02-12', '2026-02-15', '2026-02-12'],
    ['active or waiting days of others', '2026-02-05', '2026-02-23', '2026-02-22'],
    ['active days of the owner', '2026-02-04', '2026-02-20', '2026-02-04'],
  ])('never by %s', (_, from, to, missing) =>
    project.when(contest(from, to)).thenRefused('contest/not-booked', { missing }),
  );
});

describe('a contest is decided', () => {
  it('by spans inside it', () =>
    contested.when(rule([{ from: '2026-02-05', to: '2026-02-09', party: 'entity:education' }])).thenFacts(
      event('ledger.contest-decided.v1', {
        happenedOn: '2026-03-05',
        contest: 'x-1',
        decision: 'ruled',
        spans: [{ from: '2026-02-05', to: '2026-02-09', party: 'entity:education' }],
        reason: 'seen',
      }),
    ));

  it.each([
    ['outside the contested span', [['2026-02-05', '2026-02-21']], 'contest/outside-span'],
    ['without a day', [['2026-02-06', '2026-02-06']], 'date/span-empty'],
    [
      'that overlap',
      [
        ['2026-02-10', '2026-02-12'],
        ['2026-02-05', '2026-02-11'],
      ],
      'contest/overlapping-spans',
    ],
    ['that are none', [], 'date/span-empty'],
  ])('not by spans %s', (_, spans, code) =>
    contested
      .when(rule(spans.map(([from = '', to = '']) => ({ from, to, party: 'entity:education' }))))
      .thenRefused(code),
  );

  it('not in favour of a body nobody registered', () =>
    contested
      .when(rule([{ from: '2026-02-05', to: '2026-02-09', party: 'entity:fisheries' }]))
      .thenRefused('initiative/unknown-party'));

  it('by a dismissal, once', () => {
    const dismissed = contested.after(
      reviewer('2026-03-05', 'DismissContest', { contest: 'x-1', reason: 'late papers' }),
    );
    dismissed
      .when(reviewer('2026-03-06', 'DismissContest', { contest: 'x-1', reason: 'r' }))
      .thenRefused('contest/decided');
    contested
      .when(reviewer('2026-03-06', 'DismissContest', { contest: 'x-9', reason: 'r' }))
      .thenRefused('contest/unknown');
  });

  it('by nobody of the contested party, of the contesting one, or of the owner', () => {
    const decide = { contest: 'x-1', reason: 'r' };
    const of = (user: string, entity?: string) => voice({ user, roles: ['reviewer'], ...(entity && { entity }) });
    contested.when(of('faten', 'finance')('2026-03-05', 'DismissContest', decide)).thenRefused('contest/own-party');
    contested.when(of('fadi')('2026-03-05', 'DismissContest', decide)).thenRefused('contest/own-party');
    contested.when(of('omar', 'education')('2026-03-05', 'DismissContest', decide)).thenRefused('access/four-eyes');
  });

  it('by the only account, though it contested itself', () => {
    const admin = voice({ user: 'admin', roles: ['administrator'], onlyAccount: true }, { ledger });
    project
      .after(admin('2026-03-01', 'ContestEntry', entry))
      .when(admin('2026-03-02', 'DismissContest', { contest: 'x-1', reason: 'r' }))
      .thenState((state) => expect((state as Initiative).contests['x-1']?.status).toBe('dismissed'));
  });
});
