import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Webhook, WebhookRecords } from '../webhook.js';

export interface WebhookRecordsSubject {
  open(): Promise<WebhookRecords>;
  remove(): Promise<void>;
}

const webhook = (id: string): Webhook => ({
  id,
  user: 'feeder',
  url: 'https://example.org/',
  types: ['milestone.reached.v1'],
  secret: 'v1.sealed',
  createdAt: '2026-03-01T08:00:00.000Z',
});

/** What every place that keeps webhooks holds to. */
export const webhookRecordsContract = (name: string, make: () => WebhookRecordsSubject): void => {
  describe(`webhooks: ${name}`, () => {
    const subject = make();
    let records: WebhookRecords;
    beforeAll(async () => void (records = await subject.open()));
    afterAll(async () => {
      await records.close();
      await subject.remove();
    });

    it('keeps them whole, lists them in order, and takes them away once', async () => {
      await records.add(webhook('hook-b'));
      await records.add(webhook('hook-a'));
      expect((await records.list()).map((held) => held.webhook)).toEqual([webhook('hook-a'), webhook('hook-b')]);
      expect((await records.one('hook-a'))?.webhook).toEqual(webhook('hook-a'));
      expect(await records.one('hook-c')).toBeUndefined();
      expect(await Promise.all([records.remove('hook-b'), records.remove('hook-b')])).toContain(true);
      expect(await records.remove('hook-b')).toBe(false);
      await expect(records.add(webhook('hook-a'))).rejects.toThrow();
    });

    it('lets one of ten who saw the same write it', async () => {
      const { revision } = (await records.one('hook-a'))!;
      const written = await Promise.all(
        Array.from({ length: 10 }, (_, n) => records.replace({ ...webhook('hook-a'), after: String(n) }, revision)),
      );
      expect(written.filter(Boolean)).toHaveLength(1);
      const held = (await records.one('hook-a'))!;
      expect(held.webhook.after).toBe(String(written.indexOf(true)));
      expect(await records.replace(webhook('hook-a'), held.revision)).toBe(true);
      expect(await records.replace(webhook('hook-gone'), 1)).toBe(false);
    });
  });
};
