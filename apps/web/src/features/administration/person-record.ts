import { api, bodyOf } from '../../api/client.js';

/** One account as it is, with what was done to it. */
export const askPerson = (user: string) => bodyOf(api.GET('/api/people/{user}', { params: { path: { user } } }));
export type PersonRecord = Awaited<ReturnType<typeof askPerson>>;
