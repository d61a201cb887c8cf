import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditEntry, AuditRecords } from '../audit-entry.js';

export interface AuditRecordsSubject {
  open(): Promise<AuditRecords>;
  remove(): Promise<void>;
}

const entryOf = (at: string, number: number, more: Partial<AuditEntry> = {}): AuditEntry => ({
  id: `${at}.process.${String(number).padStart(8, '0')}`,
  at,
  user: 'sara',
  action: 'milestone.reach',
  subject: '/api/projects/P-1/milestones/m-1/reach',
  method: 'POST',
  outcome: 'done',
  status: 200,
  address: '127.0.0.1',
  request: 'r-1',
  service: 'projects',
  ...more,
});
const [first, second, third] = ['2026-03-01T08:00:00.000Z', '2026-03-01T08:00:00.001Z', '2026-03-02T08:00:00.000Z'];

/** What every place that keeps the audit holds to. */
export const auditRecordsContract = (name: string, make: () => AuditRecordsSubject): void => {
  describe(`the audit: ${name}`, () => {
    const subject = make();
    let records: AuditRecords;
    const entries = [
      entryOf(first!, 1),
      entryOf(first!, 2, { user: 'omar', outcome: 'refused', status: 403, code: 'access/denied' }),
      entryOf(second!, 3, { action: 'session.sign-in', subject: '/api/session', outcome: 'refused', status: 401 }),
      entryOf(third!, 4, { subject: '/api/projects/P-10', action: 'export.read' }),
    ];
    beforeAll(async () => {
      records = await subject.open();
      await records.append(entries.slice(0, 2));
      await records.append(entries.slice(2));
    });
    afterAll(async () => {
      await records.close();
      await subject.remove();
    });
    const ids = async (filter: Parameters<AuditRecords['page']>[0], before?: string, limit = 10) =>
      (await records.page(filter, before, limit)).map(({ id }) => Number(id.slice(-8)));

    it('gives back what was added, the latest first, page by page', async () => {
      expect(await records.page({}, undefined, 10)).toEqual([...entries].reverse());
      expect(await ids({}, undefined, 3)).toEqual([4, 3, 2]);
      expect(await ids({}, entries[1]!.id, 3)).toEqual([1]);
    });

    it.each([
      [{ user: 'omar' }, [2]],
      [{ action: 'session.sign-in' }, [3]],
      [{ subject: '/api/projects/P-1' }, [4, 2, 1]],
      [{ subject: '/api/projects/P-1/' }, [2, 1]],
      [{ outcome: 'refused' }, [3, 2]],
      [{ since: second! }, [4, 3]],
      [{ until: second! }, [2, 1]],
      [{ user: 'sara', outcome: 'done', until: third! }, [1]],
    ] as const)('finds %j', async (filter, expected) => expect(await ids(filter)).toEqual(expected));

    it('takes a line that comes twice once, and with it those that are new', async () => {
      await records.append([entries[0]!, entryOf(third!, 5)]);
      expect(await ids({})).toEqual([5, 4, 3, 2, 1]);
    });

    it('lets go of what is past its time, and of nothing else', async () => {
      expect(await records.drop(third!)).toBe(3);
      expect(await ids({})).toEqual([5, 4]);
    });
  });
};
