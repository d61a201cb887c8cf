import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface ReceivedLetter {
  readonly to: readonly string[];
  readonly raw: string;
  readonly messageId: string;
}

/** A real SMTP server of one spec, on a port of its own. */
export interface PostOffice {
  readonly url: string;
  readonly letters: readonly ReceivedLetter[];
  close(): Promise<void>;
}

type Answer = Error | 'break' | undefined;
type OnLetter = (letter: ReceivedLetter) => Answer | Promise<Answer>;

/** Takes letters; `onLetter` may refuse one, break the line when it has it, or hold its answer back. */
export const openPostOffice = async (
  onLetter: OnLetter = () => undefined,
  options: SMTPServerOptions = {},
): Promise<PostOffice> => {
  const letters: ReceivedLetter[] = [];
  const lines = new Set<{ destroy(): void }>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    ...options,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        const letter = {
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw,
          messageId: /^Message-ID: (.*)$/im.exec(raw)?.[1] ?? '',
        };
        void Promise.resolve(onLetter(letter)).then((answer) => {
          if (answer instanceof Error) return done(answer);
          letters.push(letter);
          if (answer === 'break') for (const line of lines) line.destroy();
          else done();
        });
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (line: { destroy(): void }) => lines.add(line));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
