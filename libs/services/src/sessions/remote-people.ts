import type { Speaker } from '@masar/access';
import { refuse, type Party } from '@masar/contracts';
import type { Asking, KnownPeople } from '../platform/known-people.js';
import { askRegistry, RegistryAway } from './registry-away.js';

/** As long as rights are taken for granted. */
const believedForMs = 30_000;
const answersKept = 10_000;

/** What is said of a party or a name that the registry holds for none. */
const nobody = null;

interface Believed {
  readonly answer: unknown;
  readonly until: number;
}

/**
 * Asks the registry service, with the session of whoever gives the command. An answer is believed for half a minute, whoever
 * asks; nothing stands in for one that is older: while the registry is away such a command waits.
 */
export class RemotePeople implements KnownPeople {
  readonly #believed = new Map<string, Believed>();

  constructor(private readonly registryUrl: string) {}

  async peopleOf(party: Party, asking: Asking, user?: string): Promise<readonly Speaker[]> {
    const one = user === undefined ? '' : `&user=${encodeURIComponent(user)}`;
    const path = `/api/directory/voices?party=${encodeURIComponent(party)}${one}`;
    const isSaid = (said: unknown) => said === nobody || Array.isArray(said);
    return ((await this.#answer(path, 'people', isSaid, asking)) as readonly Speaker[] | typeof nobody) ?? [];
  }

  async mayJoin(user: string, asking: Asking): Promise<boolean> {
    const isSaid = (said: unknown) => typeof said === 'boolean';
    return (
      (await this.#answer(`/api/directory/names?user=${encodeURIComponent(user)}`, 'mayJoin', isSaid, asking)) === true
    );
  }

  async #answer(path: string, field: string, isSaid: (said: unknown) => boolean, asking: Asking): Promise<unknown> {
    const known = this.#believed.get(path);
    if (known && known.until > Date.now()) return known.answer;
    const answer = await this.#ask(path, field, asking);
    if (!isSaid(answer)) throw new RegistryAway(`the registry did not say ${field}`);
    this.#believed.delete(path);
    if (this.#believed.size >= answersKept) this.#believed.delete(this.#believed.keys().next().value!);
    this.#believed.set(path, { answer, until: Date.now() + believedForMs });
    return answer;
  }

  async #ask(path: string, field: string, { token }: Asking): Promise<unknown> {
    const bearer = { authorization: `Bearer ${token}` };
    const expected = [200, 401, 403, 422];
    const { status, body } = await askRegistry<Record<string, unknown>>(this.registryUrl, path, expected, bearer);
    if (status === 401) return refuse('session/required');
    if (status === 403) return refuse('access/denied', { action: 'standing.read', grounds: 'no-role' });
    return status === 422 ? nobody : body[field];
  }
}
