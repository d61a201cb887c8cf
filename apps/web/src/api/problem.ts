/** What Masar answers when it refuses (RFC 9457): already in the reader's language, with a code that stays. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly path: string; readonly code: string; readonly message: string }[];
}

/** A refusal, thrown by the client so that whoever asked decides where it is shown: beside the thing it is about. */
export class Refused extends Error {
  constructor(
    readonly problem: Problem,
    /** Seconds after which it is worth asking again, where the server said so. */
    readonly retryAfter?: number,
  ) {
    super(problem.title);
    this.name = 'Refused';
  }
}

/** The server could not be reached, or what answered was not Masar: nothing is known of what became of the request. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('unreachable', { cause });
    this.name = 'Unreachable';
  }
}

/** True for what the world answered, or did not; anything else that is thrown is a fault of the page. */
export const isAnswer = (fault: unknown): fault is Refused | Unreachable =>
  fault instanceof Refused || fault instanceof Unreachable;

export const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && 'title' in value && 'status' in value;

/** Where several commands went as one, a field is known by its name in its own command. */
const ofCommand = /^commands\.\d+\.body\./;

/** What is wrong with one field of a form, by its path; the rest belongs to the form as a whole. */
export const faultsByField = (problem: Problem): ReadonlyMap<string, string> =>
  new Map((problem.errors ?? []).map(({ path, message }) => [path.replace(ofCommand, ''), message]));
