import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSettings, type Host } from '@masar/nest-kit';
import { temporaryFolder } from '@masar/testing';
import { openStandalone } from '../standalone/open-standalone.js';
import { roundsPassed } from './testing/rounds.js';
import { openPostOffice, type PostOffice } from './testing/post-office.js';

const password = 'seven quiet rivers bend';
const json = { 'content-type': 'application/json' };

/** A house with a mail server of its own. */
describe('reminders of a house', () => {
  const folder = temporaryFolder();
  let office: PostOffice;
  let host: Host;
  let admin: string;

  const open = async () => {
    ({ host } = await openStandalone(
      readSettings({
        MASAR_DATA: folder.file('data'),
        MASAR_SEAL_KEY: folder.file('seal.key'),
        MASAR_ADMIN_PASSWORD: password,
        MASAR_LOG: 'silent',
        MASAR_TODAY: '2026-03-04',
        MASAR_ALLOW_TODAY: '1',
        MASAR_SMTP: office.url,
        MASAR_MAIL_FROM: 'masar@example.org',
      }),
    ));
    host.readiness.started();
  };
  const send = async (token: string | undefined, url: string, payload?: object) => {
    const answer = await host.app.inject({
      method: payload ? 'POST' : 'GET',
      url,
      headers: { ...json, ...(token && { authorization: `Bearer ${token}` }) },
      ...(payload && { payload: JSON.stringify(payload) }),
    });
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    return { status: answer.statusCode, body: (answer.body === '' ? {} : answer.json()) as any };
  };
  const signIn = async (user: string): Promise<string> =>
    (await send(undefined, '/api/session', { user, password })).body.token;
  const joined = async (user: string, standing: object): Promise<string> => {
    const { body } = await send(admin, '/api/people', { user, name: { en: user }, ...standing });
    await send(undefined, `/api/invitations/${body.invitation.token}`, { password });
    return signIn(user);
  };
  const arrived = async (count: number) => {
    for (const end = Date.now() + 60_000; office.letters.length < count && Date.now() < end;)
      await new Promise((resolve) => setTimeout(resolve, 100));
    return office.letters;
  };
  const textOf = (raw: string): string => {
    const [head = '', ...body] = raw.split('\r\n\r\n');
    const text = body.join('\n');
    if (/base64/i.test(head)) return Buffer.from(text, 'base64').toString('utf8');
    const bytes = text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
    return Buffer.from(bytes, 'latin1').toString('utf8');
  };

  beforeAll(async () => {
    office = await openPostOffice();
    await open();
    admin = await signIn('admin');
  }, 60_000);
  afterAll(async () => {
    await host.stop();
    await office.close();
    folder.remove();
  });

  it('tell each person at an address of the own what waits for him, once, also after a restart', async () => {
    await send(admin, '/api/entities', { id: 'education', name: { en: 'Education' }, jurisdiction: 'EG' });
    const lead = await joined('layla', { roles: ['lead', 'member'], entity: 'education' });
    const title = { ar: 'مدارس', en: 'Schools' };
    await send(lead, '/api/projects', { id: 'P-1', title, owner: 'education', startedOn: '2026-02-01' });
    const asked = { on: '2026-03-03', until: '2026-03-20', reason: 'the flood of March', steps: 'pump' };
    expect((await send(lead, '/api/projects/P-1/pauses', asked)).status).toBe(201);
    const reviewer = await joined('rami', { roles: ['reviewer'], mail: 'rami@example.org', language: 'en' });

    const [digest] = await arrived(1);
    expect(digest!.to).toEqual(['rami@example.org']);
    expect(digest!.raw).toMatch(/^Subject: Masar: waiting for you, 2026-03-04 \(1\)/m);
    expect(textOf(digest!.raw)).toContain('Schools');
    expect(textOf(digest!.raw)).not.toContain('flood');

    // The lead says where he is written to; what is put to him is told at once.
    expect((await send(lead, '/api/profile')).body).toEqual({ user: 'layla', language: 'ar', reminders: 'all' });
    const contact = { mail: 'layla@example.org', language: 'ar', reminders: 'all' };
    await send(reviewer, '/api/projects/P-1/notes', { text: 'Which wall fell?', to: 'layla' });
    expect((await send(lead, '/api/profile', contact)).body).toEqual({ user: 'layla', ...contact });
    const ofLead = (await arrived(3)).slice(1);
    expect(ofLead.map(({ to }) => to.join())).toEqual(['layla@example.org', 'layla@example.org']);
    for (const { raw } of ofLead) {
      expect(textOf(raw)).toContain('مدارس');
      expect(textOf(raw)).not.toContain('wall');
    }

    // A partner reads the title that was made for partners.
    await send(admin, '/api/partners', { id: 'nile', name: { en: 'Nile' }, on: '2026-02-01' });
    await send(lead, '/api/projects/P-1/describe', { partnerTitle: { en: 'Places to learn' }, audience: 'reviewers' });
    const offer = {
      id: 'c-1',
      initiative: 'projects/P-1',
      direction: 'partner-to-government',
      title: { en: 'Ten sites' },
      dueOn: '2026-04-01',
    };
    expect((await send(lead, '/api/partners/nile/commitments', offer)).status).toBe(201);
    await joined('nadia', { roles: ['partner'], partner: 'nile', mail: 'nadia@example.org', language: 'en' });
    const ofPartner = (await arrived(4))[3]!;
    expect(ofPartner.to).toEqual(['nadia@example.org']);
    expect(textOf(ofPartner.raw)).toMatch(/a commitment is offered/);
    expect(textOf(ofPartner.raw)).not.toMatch(/Schools|مدارس/);

    await host.stop();
    await open();
    await roundsPassed(0, async () => (await host.app.inject({ url: '/metrics' })).body);
    expect(office.letters).toHaveLength(4);
  }, 240_000);

  it('an address is one address, and everybody’s own alone', async () => {
    const lead = await signIn('layla');
    for (const mail of ['a@b, c@d', 'a@b\r\nBcc: c@d', '<a@b>', 'a b@c.d', 'a@', '"x"@y.z'])
      expect((await send(lead, '/api/profile', { mail })).status).toBe(400);
    expect((await send(lead, '/api/profile', { user: 'rami', mail: 'x@example.org' })).status).toBe(400);
    await send(lead, '/api/profile', { language: 'en' });
    expect((await send(lead, '/api/profile')).body).toEqual({ user: 'layla', language: 'en', reminders: 'all' });
    const { history, mail } = (await send(await signIn('admin'), '/api/people/layla')).body;
    expect(mail).toBeUndefined();
    expect(JSON.stringify(history)).not.toContain('@');
    expect(history.at(-1)).toMatchObject({ what: 'contact-changed', by: 'layla' });
  });
});
