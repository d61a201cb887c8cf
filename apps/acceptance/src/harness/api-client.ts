import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { listOf, type Shown } from './shown.js';
import type { Answer, CommandHeaders } from './target.js';

/** A person signed in; shared by the clients of one person at several addresses. */
interface Session {
  /** Where the person signs in. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  token: string;
  until?: number;
  signingIn?: Promise<void>;
}

const beforeItsEndMs = 2 * 60_000;

/** Nobody is there, or is there again yet; anything else is an answer. */
export const passing: ReadonlySet<number> = new Set([502, 503, 504]);
const againAfterMs = 100;
/** How long reporting may take to have what it is asked for. */
const levelWithinMs = 90_000;

const mostTurnedAway = 20;
/** Who is told to come back in so many seconds does so: nothing was done. */
const whenLetIn = async (send: () => Promise<Answer>): Promise<Answer> => {
  for (let turnedAway = 0; ; turnedAway += 1) {
    const answer = await send();
    if (answer.status !== 429 || turnedAway === mostTurnedAway) return answer;
    await pause(1000 * Number(answer.headers['retry-after'] ?? 1));
  }
};

/** The API as a stranger's program would use it: fetch, a bearer token, an Idempotency-Key, nothing retried unless it is patient. */
export class ApiClient {
  constructor(
    readonly url: string,
    private readonly session?: Session,
    private readonly patienceMs = 0,
  ) {}

  /** The same person, who asks a read again for so long while nobody is there to answer it. */
  patient(patienceMs: number): ApiClient {
    return new ApiClient(this.url, this.session, patienceMs);
  }

  private get token(): string | undefined {
    return this.session?.token;
  }

  /** Signs in and answers a client that carries the token. */
  async signIn(user: string, password: string): Promise<ApiClient> {
    const session: Session = { url: this.url, user, password, token: '' };
    await this.signInAnew(session);
    return new ApiClient(this.url, session);
  }

  /** A token lasts a quarter of an hour, and a run may last for hours: a program signs in again. */
  private async signInAnew(session: Session): Promise<void> {
    const { url, user, password } = session;
    const answer = await whenLetIn(() => new ApiClient(url).post('/api/session', { user, password }));
    if (answer.status >= 300) throw new Error(`sign-in answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    session.token = String(answer.body['token']);
    session.until = Date.parse(String(answer.body['expiresAt']));
  }

  /** Signs in again shortly before the token ends, so that no request meets its end. */
  private async fresh(): Promise<void> {
    const { session } = this;
    if (session?.until === undefined || session.until - Date.now() > beforeItsEndMs) return;
    await (session.signingIn ??= this.signInAnew(session).finally(() => delete session.signingIn));
  }

  /** The same person at another address. */
  at(url: string): ApiClient {
    return new ApiClient(url, this.session);
  }

  /** An answer that goes on and on, as its lines of text; ends when `signal` says so. */
  async *lines(path: string, signal: AbortSignal, more: Record<string, string> = {}): AsyncGenerator<string> {
    await this.fresh();
    const headers: Record<string, string> = this.token === undefined ? {} : { authorization: `Bearer ${this.token}` };
    const { status, body } = await fetch(this.url + path, { headers: { ...headers, ...more }, signal });
    if (status !== 200 || !body) throw new Error(`GET ${path} answered ${status}`);
    let rest = '';
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  }

  async send(
    method: string,
    path: string,
    init: { body?: string | Uint8Array<ArrayBuffer>; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    await this.fresh();
    const headers: Record<string, string> = { accept: 'application/json', ...init.headers };
    if (this.token !== undefined) headers['authorization'] ??= `Bearer ${this.token}`;
    const response = await fetch(this.url + path, {
      method,
      headers,
      ...(init.body === undefined ? {} : { body: init.body }),
    });
    // A live line would be read for ever: that it was begun is its answer.
    const isEndless = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
    if (isEndless) await response.body?.cancel();
    const text = isEndless ? '' : await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const body = (isJson && text !== '' ? JSON.parse(text) : { text }) as Shown;
    return { status: response.status, body, headers: Object.fromEntries(response.headers) };
  }

  /** The bytes of a read that must succeed, as text. */
  async text(path: string): Promise<string> {
    await this.fresh();
    const headers: Record<string, string> = this.token === undefined ? {} : { authorization: `Bearer ${this.token}` };
    const response = await fetch(this.url + path, { headers });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`GET ${path} answered ${response.status}: ${text}`);
    return text;
  }

  async get(path: string): Promise<Answer> {
    for (const end = Date.now() + this.patienceMs; ; await pause(againAfterMs)) {
      const isLast = Date.now() >= end;
      const answer = await this.send('GET', path).catch((fault: unknown) => {
        if (isLast) throw fault;
        return undefined;
      });
      if (answer && (isLast || !passing.has(answer.status))) return answer;
    }
  }

  /** A command with a key of its own unless one is given; an empty key sends none. */
  post(path: string, body: unknown, headers: CommandHeaders = {}): Promise<Answer> {
    const sent: Record<string, string> = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    for (const [name, value] of Object.entries(headers)) if (typeof value === 'string') sent[name] = value;
    if (sent['idempotency-key'] === '') delete sent['idempotency-key'];
    return this.send('POST', path, { body: JSON.stringify(body), headers: sent });
  }

  /** A command that must be accepted; answers its body. */
  async accept(path: string, body: unknown = {}, headers: CommandHeaders = {}): Promise<Shown> {
    const sent = { 'idempotency-key': randomUUID(), ...headers };
    const answer = await whenLetIn(() => this.post(path, body, sent));
    if (answer.status !== 200 && answer.status !== 201)
      throw new Error(`POST ${path} ${JSON.stringify(body)} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** A read that must succeed; answers its body. */
  async json(path: string): Promise<Shown> {
    const answer = await this.get(path);
    if (answer.status !== 200) throw new Error(`GET ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /**
   * A read with `atLeast` that must have been reached: on a busy machine it is asked again. An older answer is none, nor is that
   * nothing was heard yet of what is asked for.
   */
  async level(path: string): Promise<Shown> {
    for (const end = Date.now() + levelWithinMs; ;) {
      const answer = await this.get(path);
      const behind = answer.headers['x-behind'];
      if (answer.status === 200 && behind === undefined) return answer.body;
      if (behind === undefined || Date.now() > end)
        throw new Error(`GET ${path} answered ${answer.status}, ${behind ?? 0} behind: ${JSON.stringify(answer.body)}`);
    }
  }

  /** Every item of a list, following `next`. */
  async all(path: string): Promise<readonly Shown[]> {
    const items: Shown[] = [];
    let cursor: string | undefined;
    do {
      const joint = path.includes('?') ? '&' : '?';
      const page = await this.json(
        `${path}${joint}limit=500${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      items.push(...listOf(page['items']));
      const next: unknown = page['next'];
      cursor = typeof next === 'string' ? next : undefined;
    } while (cursor !== undefined);
    return items;
  }
}
