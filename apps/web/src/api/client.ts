import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from './described.js';
import { isProblem, Refused, Unreachable } from './problem.js';
import { renewSession } from './session-renewal.js';

/** Whoever shows the page hears here that nobody is signed in any more. */
export const sessionEnded = new EventTarget();

const language = () => document.documentElement.lang || 'ar';

/** Sends a request; once more after a renewal where the session had ended. */
const send = async (request: Request): Promise<Response> => {
  const since = Date.now();
  const again = request.clone();
  try {
    const answer = await fetch(request);
    const isSignIn = new URL(request.url).pathname === '/api/session' && request.method === 'POST';
    if (answer.status !== 401 || isSignIn) return answer;
    if (await renewSession(since)) return await fetch(again);
    sessionEnded.dispatchEvent(new Event('ended'));
    return answer;
  } catch (fault) {
    throw new Unreachable(fault);
  }
};

const refusals: Middleware = {
  onRequest: ({ request }) => request.headers.set('accept-language', language()),
  onResponse: async ({ response }) => {
    if (response.ok) return;
    const body: unknown = await response
      .clone()
      .json()
      .catch(() => undefined);
    if (!isProblem(body)) throw new Unreachable(response.status);
    const after = Number(response.headers.get('retry-after') ?? Number.NaN);
    throw new Refused(body, Number.isNaN(after) ? undefined : after);
  },
};

/** The whole interface, typed by its own description: paths, parameters, bodies and answers. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: send });
api.use(refusals);

/** The answer's body; a refusal has been thrown before. */
export const bodyOf = async <T>(answer: Promise<{ data?: T }>): Promise<T> => (await answer).data as T;
