import type { Answer, Running } from './running.js';

const json = { 'content-type': 'application/json' };
export const goodPassword = 'seven quiet rivers bend';

/** What one person asks, with the own token. */
export interface Asking {
  readonly token: string;
  get(url: string, headers?: Record<string, string>): Promise<Answer>;
  post(url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

/** People of a running standalone: invited by its administrator, each with a token of the own. */
export const peopleOf = (masar: () => Running) => {
  const asking = (token: string): Asking => {
    const bearer = { authorization: `Bearer ${token}` };
    return {
      token,
      get: (url, headers = {}) => masar().send('GET', url, { ...bearer, ...headers }),
      post: (url, body = {}, headers = {}) =>
        masar().send('POST', url, { ...bearer, ...json, ...headers }, JSON.stringify(body)),
    };
  };
  const signIn = (user: string, password = goodPassword) =>
    masar().send('POST', '/api/session', json, JSON.stringify({ user, password }));
  const choose = (token: string, password: string) =>
    masar().send('POST', `/api/invitations/${token}`, json, JSON.stringify({ password }));
  /** Invites, chooses the password and signs in. */
  const joined = async (user: string, standing: object): Promise<Asking> => {
    const invited = await masar().post('/api/people', { user, name: { en: user }, ...standing });
    if (invited.status !== 201) throw new Error(JSON.stringify(invited.body));
    await choose(invited.body.invitation.token, goodPassword);
    return asking(((await signIn(user)).body as { token: string }).token);
  };
  return { asking, signIn, choose, joined };
};
