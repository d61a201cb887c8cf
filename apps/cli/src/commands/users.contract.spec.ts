import { statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { mongoSubject } from '@masar/event-store/contract';
import { readSettings } from '@masar/nest-kit';
import { openSessions, type Sessions } from '@masar/services';
import { mongoForTests, temporaryFolder } from '@masar/testing';
import { userCommands } from './users.js';

const { url: server } = await mongoForTests();
const overMongo = server === undefined ? describe.skip : describe;

overMongo('accounts of a cluster from the command line', () => {
  const folder = temporaryFolder();
  const sessionKey = folder.file('session.key');
  let cluster: ReturnType<typeof mongoSubject>;
  let registry: Sessions;

  /** What the command prints. */
  const masar = async (...words: string[]): Promise<string> => {
    const said = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    const settings = () => readSettings({ MASAR_DATA: folder.file('unused'), MASAR_EVENT_STORE: cluster.url });
    const program = new Command('masar').option('--url <address>').exitOverride();
    userCommands(program, settings);
    try {
      await program.parseAsync(words, { from: 'user' });
      return said.mock.calls.map(([line]) => String(line)).join('\n');
    } finally {
      said.mockRestore();
    }
  };

  const tokenOf = async (password: string) => (await registry.authenticator.signIn('hoda', password, 'here')).token;
  const passwordIn = (said: string) => /^hoda: (\S{20})$/.exec(said)?.[1] ?? '';

  beforeAll(async () => {
    cluster = mongoSubject(server!);
    expect(await masar('session-key', sessionKey)).toBe(sessionKey);
    registry = await openSessions({ accounts: cluster.url, sessionKey, adminPassword: 'pw' });
  });
  afterAll(async () => {
    await registry?.records.close();
    await cluster.remove();
    folder.remove();
  });

  it('a key that signs sessions is written for its owner alone, and never over another', async () => {
    expect(statSync(sessionKey).mode & 0o077).toBe(0);
    await expect(masar('session-key', sessionKey)).rejects.toThrow(`${sessionKey}: exists already`);
  });

  it('are added, disabled and given a new password beside a registry that runs', async () => {
    const made = await masar('user', 'add', 'hoda', '--roles', 'lead,reviewer', '--entity', 'education');
    const token = await tokenOf(passwordIn(made));
    const hoda = { user: 'hoda', roles: ['lead', 'reviewer'], entity: 'education' };
    expect(await registry.authenticator.authenticate(token)).toEqual(hoda);
    await expect(masar('user', 'add', 'hoda', '--roles', 'lead')).rejects.toMatchObject({ code: 'account/exists' });

    await masar('user', 'disable', 'hoda');
    const told = performance.now();
    while ((await registry.authenticator.authenticate(token)) !== undefined) await pause(20);
    // Half a second as a rule; a busy machine is given more.
    expect(performance.now() - told).toBeLessThan(10_000);

    const again = await tokenOf(passwordIn(await masar('user', 'reset', 'hoda')));
    expect(await registry.authenticator.authenticate(again)).toEqual(hoda);
    expect(await registry.authenticator.authenticate(token)).toBeUndefined();
    await expect(masar('user', 'disable', 'nobody')).rejects.toMatchObject({ code: 'account/unknown' });
  });

  it('are not reached through the address of a running Masar', async () => {
    await expect(masar('--url', 'http://127.0.0.1:1', 'user', 'disable', 'hoda')).rejects.toThrow('not with --url');
  });
});
