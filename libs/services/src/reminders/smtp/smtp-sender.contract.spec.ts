import { afterEach, describe, expect, it } from '@jest/globals';
import { openPostOffice, type PostOffice } from '../testing/post-office.js';
import { SmtpSender } from './smtp-sender.js';

const letter = {
  id: 'digest/mona/2026-03-04',
  to: 'mona@example.org',
  subject: 'مسار: ما ينتظر قرارك',
  text: 'مدارس\n',
};
const refusal = (code: number) => Object.assign(new Error('not now'), { responseCode: code });

describe('handing a letter over', () => {
  let office: PostOffice;
  afterEach(() => office.close());
  const sender = (url = office.url) => new SmtpSender({ server: url, from: 'masar@example.org' });

  it('the server has it: sent, with its head and in its language', async () => {
    office = await openPostOffice();
    expect(await sender().send(letter)).toEqual({ state: 'sent' });
    const [{ to, raw }] = office.letters as [(typeof office.letters)[0]];
    expect(to).toEqual(['mona@example.org']);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(raw).toMatch(/^From: masar@example.org\r$/m);
    expect(raw).toMatch(/^Subject: =\?UTF-8\?/m);
  });

  it('the same letter has the same name, another one another', async () => {
    office = await openPostOffice();
    for (const id of ['a', 'a', 'b']) await sender().send({ ...letter, id });
    const [first, again, other] = office.letters.map(({ messageId }) => messageId);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it.each([450, 554])('the server says %i of it: refused', async (code) => {
    office = await openPostOffice(() => refusal(code));
    expect(await sender().send(letter)).toMatchObject({ state: 'refused', answer: expect.stringContaining('not now') });
  });

  it('the server does not know whom it is for, or whom it is from: refused', async () => {
    const unknown = { onRcptTo: (_: unknown, __: unknown, done: (fault: Error) => void) => done(refusal(550)) };
    office = await openPostOffice(undefined, unknown as never);
    expect(await sender().send(letter)).toMatchObject({ state: 'refused' });
  });

  it('there is no server: nobody was reached', async () => {
    office = await openPostOffice();
    expect(await sender('smtp://127.0.0.1:1').send(letter)).toMatchObject({ state: 'unreached' });
  });

  it('the server turns whoever comes away: refused', async () => {
    const onConnect = (_: unknown, done: (fault: Error) => void) => done(refusal(554));
    office = await openPostOffice(undefined, { onConnect: onConnect as never });
    expect(await sender().send(letter)).toMatchObject({ state: 'refused' });
  });

  it('the line breaks when the server has it and has not said so: uncertain', async () => {
    office = await openPostOffice(() => 'break');
    expect(await sender().send(letter)).toMatchObject({ state: 'uncertain' });
    expect(office.letters).toHaveLength(1);
  });

  it('signs in where the address says so; a wrong password is a refusal', async () => {
    const onAuth = (
      { username, password }: { username?: string; password?: string },
      _: unknown,
      done: (fault: Error | null, answer?: { user: string }) => void,
    ) => (username === 'masar' && password === 'p@ss:word' ? done(null, { user: 'masar' }) : done(new Error('wrong')));
    office = await openPostOffice(undefined, { authOptional: false, onAuth: onAuth as never });
    const url = (password: string) => office.url.replace('//', `//masar:${encodeURIComponent(password)}@`);
    expect(await sender(url('p@ss:word')).send(letter)).toEqual({ state: 'sent' });
    expect(await sender(url('other')).send(letter)).toMatchObject({ state: 'refused' });
  });

  it('nothing that somebody wrote becomes a line of the head, or another addressee', async () => {
    office = await openPostOffice();
    const evil = 'x\r\nBcc: all@example.org\r\n\r\nbody';
    await sender().send({ ...letter, subject: evil });
    await sender().send({ ...letter, id: evil, subject: '\nX-Evil: 1\n\n' });
    for (const { raw, to } of office.letters) {
      const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
      expect(head).not.toMatch(/^(Bcc|X-Evil):/im);
      expect(to).toEqual(['mona@example.org']);
    }
    expect(office.letters).toHaveLength(2);
    const outcome = await sender().send({ ...letter, to: 'a@example.org>\r\nRCPT TO:<b@example.org' });
    expect(office.letters.flatMap(({ to }) => to)).not.toContain('b@example.org');
    expect(['refused', 'sent', 'uncertain']).toContain(outcome.state);
  });
});
