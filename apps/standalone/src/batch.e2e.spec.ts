import { beforeAll, describe, expect, it } from '@jest/globals';
import { runningStandalone } from './testing/running.js';

const masar = runningStandalone('batch', { MASAR_TODAY: '2026-03-11', MASAR_ALLOW_TODAY: '1' });
const milestone = { title: { ar: 'محطة' }, target: '2026-05-01' };

describe('a batch', () => {
  beforeAll(() => masar().post('/api/entities', { id: 'education', name: { ar: 'التعليم' }, jurisdiction: 'EG' }));

  it('answers in order, each command as if it had come alone', async () => {
    const commands = [
      { path: '/api/entities', body: { id: 'finance', name: { ar: 'المالية' }, jurisdiction: 'EG' }, key: 'k-1' },
      { path: '/api/projects', body: { id: 'B-1', title: { ar: 'أول' }, owner: 'finance' }, key: 'k-2' },
      { path: '/projects/B-1/milestones', body: { id: 'm-1', ...milestone }, key: 'k-3' },
      { path: '/api/projects/B-1/milestones', body: { id: 'm-1', ...milestone }, key: 'k-4' },
      { path: '/api/projects/B-2', body: {}, key: 'k-5' },
    ];
    const first = await masar().post('/api/batch', { commands });
    expect(first.status).toBe(200);
    expect(first.body.items.map((item: { status: number; code?: string }) => [item.status, item.code])).toEqual([
      [201, undefined],
      [201, undefined],
      [201, undefined],
      [409, 'milestone/exists'],
      [404, 'read/not-found'],
    ]);
    const again = await masar().post('/api/batch', { commands });
    expect(again.body).toEqual(first.body);
  });

  it('gives a command the same answer that it gets alone under the same key', async () => {
    const body = { id: 'B-3', title: { ar: 'ثالث' }, owner: 'education' };
    const alone = await masar().post('/api/projects', body, { 'idempotency-key': 'same' });
    const { body: batch } = await masar().post('/api/batch', {
      commands: [{ path: '/api/projects', body, key: 'same' }],
    });
    expect(batch.items).toEqual([{ ...alone.body, status: 201 }]);
  });

  it.each([['not atomic', {}] as const, ['atomic', { atomic: true }] as const])(
    '%s, sent again under the key of its header, happens once; another one under it is refused',
    async (name, how) => {
      const id = `B-5${name.length}`;
      const path = `/api/projects/${id}/milestones`;
      await masar().post('/api/projects', { id, title: { ar: 'خامس' }, owner: 'education' });
      const under = { 'idempotency-key': `batch-${id}` };
      const send = (title: string) => {
        const commands = [
          { path, body: milestone },
          { path, body: { ...milestone, title: { ar: title } } },
        ];
        return masar().post('/api/batch', { commands, ...how }, under);
      };
      const first = await send('أخرى');
      expect((await send('أخرى')).body).toEqual(first.body);
      expect((await masar().get(path)).body.total).toBe(2);
      const other = await send('غيرها');
      const codes =
        'items' in other.body ? other.body.items.map((item: { code?: string }) => item.code) : other.body.code;
      expect(codes).toEqual('items' in other.body ? [undefined, 'idempotency/key-reused'] : 'idempotency/key-reused');
      expect((await masar().get(path)).body.total).toBe(2);
    },
  );

  it('takes If-Match only when atomic', async () => {
    const commands = [{ path: '/api/projects/B-1/milestones', body: milestone }];
    const refused = await masar().post('/api/batch', { commands }, { 'if-match': '"2"' });
    expect([refused.status, refused.body.code, refused.body.errors[0]]).toMatchObject([
      400,
      'body/invalid',
      { path: 'If-Match', code: 'field/atomic-only' },
    ]);
    const late = await masar().post('/api/batch', { commands, atomic: true }, { 'if-match': '"1"' });
    expect([late.status, late.body.code]).toEqual([412, 'version/conflict']);
  });

  it('is one commit or none when atomic', async () => {
    const path = '/api/projects/B-4/milestones';
    const register = {
      path: '/api/projects',
      body: { id: 'B-4', title: { ar: 'رابع' }, owner: 'education', startedOn: '2026-03-01' },
    };
    const refused = await masar().post('/api/batch', {
      atomic: true,
      commands: [register, { path: `${path}/m-9/start` }],
    });
    expect([refused.status, refused.body.code, refused.body.details]).toMatchObject([
      404,
      'milestone/unknown',
      { command: 1 },
    ]);
    expect((await masar().get('/api/projects/B-4')).status).toBe(404);
    const given = await masar().post('/api/batch', {
      atomic: true,
      commands: [register, { path, body: milestone }, { path, body: milestone }],
    });
    expect(given.body.items.map((item: { version: number }) => item.version)).toEqual([1, 2, 3]);
    expect(given.body.items[1].id).not.toBe(given.body.items[2].id);
  });

  it('refuses an atomic batch over two initiatives, and one inside another', async () => {
    const two = ['B-1', 'B-3'].map((id) => ({ path: `/api/projects/${id}/milestones`, body: milestone }));
    expect((await masar().post('/api/batch', { atomic: true, commands: two })).status).toBe(400);
    expect(
      (await masar().post('/api/batch', { commands: [{ path: '/api/batch', body: { commands: [] } }] })).status,
    ).toBe(400);
  });
});
