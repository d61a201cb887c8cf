/** What one call of the API answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** The API, reached over HTTP or inside this process over a data folder: the commands know no difference. */
export interface MasarClient {
  request(
    method: 'GET' | 'POST',
    path: string,
    body?: { readonly type: string; readonly content: Buffer },
  ): Promise<Answer>;
  close(): Promise<void>;
}

/** The system said no: exit code 1, its reason on stderr. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly code?: string,
  ) {
    super(message);
    this.name = 'Refused';
  }
}

/** Used wrongly: exit code 2. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

interface Problem {
  readonly title?: string;
  readonly detail?: string;
  readonly code?: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

const problemOf = (answer: Answer): Problem => {
  try {
    return JSON.parse(answer.body.toString('utf8')) as Problem;
  } catch {
    return { title: `${answer.status}`, detail: answer.body.toString('utf8').slice(0, 500) };
  }
};

const accepted = (answer: Answer): Answer => {
  if (answer.status < 400) return answer;
  const problem = problemOf(answer);
  const fields = (problem.errors ?? []).map((error) => `  ${error.path}: ${error.message}`);
  const words = [[problem.title, problem.detail].filter(Boolean).join(': '), ...fields].join('\n');
  throw new Refused(problem.code ? `${words} [${problem.code}]` : words, problem.code);
};

/** Reads a path; throws `Refused` with the system's own words. */
export const read = async (client: MasarClient, path: string): Promise<Buffer> =>
  accepted(await client.request('GET', path)).body;

export const readJson = async <T>(client: MasarClient, path: string): Promise<T> =>
  JSON.parse((await read(client, path)).toString('utf8')) as T;

/** Gives a command as JSON. */
export const post = async <T>(client: MasarClient, path: string, body: unknown): Promise<T> => {
  const content = Buffer.from(JSON.stringify(body));
  const answer = accepted(await client.request('POST', path, { type: 'application/json', content }));
  return JSON.parse(answer.body.toString('utf8') || '{}') as T;
};

/** Sends a file's bytes. */
export const upload = async <T>(client: MasarClient, path: string, content: Buffer): Promise<T> => {
  const answer = accepted(await client.request('POST', path, { type: 'application/octet-stream', content }));
  return JSON.parse(answer.body.toString('utf8')) as T;
};
