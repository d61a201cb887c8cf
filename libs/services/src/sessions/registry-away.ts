/** The registry did not answer, or not what it should; the same request may be sent again. 503 at the edge. */
export class RegistryAway extends Error {
  readonly code = 'storage/unavailable';
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RegistryAway';
  }
}

const patienceMs = 5_000;

/** Asks the registry a question; rejects with `RegistryAway` for anything but JSON with a status in `expected`. */
export const askRegistry = async <T>(
  registryUrl: string,
  path: string,
  expected: readonly number[],
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly body: T }> => {
  try {
    const signal = AbortSignal.timeout(patienceMs);
    const answer = await fetch(new URL(path, registryUrl), { headers, signal });
    const body = (await answer.json()) as T;
    if (expected.includes(answer.status)) return { status: answer.status, body };
    throw new RegistryAway(`the registry answered ${answer.status}`);
  } catch (fault) {
    throw fault instanceof RegistryAway ? fault : new RegistryAway('the registry did not answer', { cause: fault });
  }
};
