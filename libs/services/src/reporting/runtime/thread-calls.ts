import { Refusal, type RefusalCode } from '@masar/contracts';

/** What both ends of a channel between two threads can do; a `Worker` and a `MessagePort` both fit. */
export interface Channel {
  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
}

type Handlers = Readonly<Record<string, (argument: never) => unknown>>;

interface CallMessage {
  readonly call: number;
  readonly name: string;
  readonly argument: unknown;
}
interface AnswerMessage {
  readonly answer: number;
  readonly value?: unknown;
  readonly refusal?: {
    readonly code: RefusalCode;
    readonly details: Readonly<Record<string, unknown>>;
    readonly path?: string;
  };
  readonly fault?: string;
  /** What the fault names itself by: storage that is away is told from everything else. */
  readonly code?: string;
}
interface NewsMessage {
  readonly news: unknown;
}
type Message = CallMessage | AnswerMessage | NewsMessage;

const codeOf = (fault: unknown): { readonly code?: string } => {
  const code = (fault as { readonly code?: unknown } | null)?.code;
  return typeof code === 'string' ? { code } : {};
};

const faultOf = (fault: unknown): Pick<AnswerMessage, 'refusal' | 'fault' | 'code'> =>
  fault instanceof Refusal
    ? {
        refusal: {
          code: fault.code,
          details: fault.details,
          ...(fault.path === undefined ? {} : { path: fault.path }),
        },
      }
    : { fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault), ...codeOf(fault) };

/** Bytes are handed over, not copied. */
const transfers = (value: unknown): readonly ArrayBuffer[] => {
  const bytes = value instanceof Uint8Array ? value : (value as { bytes?: unknown } | undefined)?.bytes;
  return bytes instanceof Uint8Array && bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : [];
};

/** Answers calls that come over a channel; a refusal crosses as a refusal. */
export const serveCalls = (channel: Channel, handlers: Handlers): void => {
  const answer = async ({ call, name, argument }: CallMessage) => {
    try {
      const value = await handlers[name]!(argument as never);
      channel.postMessage({ answer: call, value }, transfers(value));
    } catch (fault) {
      channel.postMessage({ answer: call, ...faultOf(fault) });
    }
  };
  channel.on('message', (message) => {
    if (typeof message === 'object' && message !== null && 'call' in message) void answer(message as CallMessage);
  });
};

export interface Caller {
  /** Rejects with `Refusal`, or with an error holding what the other thread met, under the same code. */
  call<T>(name: string, argument?: unknown): Promise<T>;
  /** Calls under way. */
  readonly waiting: number;
  /** Every call under way fails with this; later ones at once. */
  fail(reason: Error): void;
}

/** The calling end of a channel. `onNews` hears what the other side says unasked. */
export const openCaller = (channel: Channel, onNews: (news: unknown) => void = () => undefined): Caller => {
  const pending = new Map<number, { resolve: (value: never) => void; reject: (fault: Error) => void }>();
  let last = 0;
  let failed: Error | undefined;
  const settle = (message: AnswerMessage) => {
    const call = pending.get(message.answer);
    pending.delete(message.answer);
    if (message.refusal) call?.reject(new Refusal(message.refusal.code, message.refusal.details, message.refusal.path));
    else if (message.fault !== undefined) call?.reject(Object.assign(new Error(message.fault), codeOf(message)));
    else call?.resolve(message.value as never);
  };
  channel.on('message', (received) => {
    const message = received as Message;
    if ('answer' in message) settle(message);
    else if ('news' in message) onNews(message.news);
  });
  return {
    call: (name, argument) =>
      new Promise((resolve, reject) => {
        if (failed) return reject(failed);
        last += 1;
        pending.set(last, { resolve, reject });
        channel.postMessage({ call: last, name, argument });
      }),
    get waiting() {
      return pending.size;
    },
    fail: (reason) => {
      failed = reason;
      for (const call of pending.values()) call.reject(reason);
      pending.clear();
    },
  };
};

/** Says something unasked to the other side. */
export const tellNews = (channel: Channel, news: unknown): void => channel.postMessage({ news });
