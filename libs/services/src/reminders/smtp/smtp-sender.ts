import { hash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection, { type Options } from 'nodemailer/lib/smtp-connection';
import type { MailSettings } from '@masar/nest-kit';
import type { Addressed, Sender } from '../reminders.js';
import type { Outcome } from '../sent-book.js';

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/;

interface Server {
  readonly options: Options;
  readonly credentials: { readonly user: string; readonly pass: string } | undefined;
}

/** A password goes out over TLS alone, unless the server is on this very machine. */
const serverOf = (address: string): Server => {
  const url = new URL(address);
  const secure = url.protocol === 'smtps:';
  const user = decodeURIComponent(url.username);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return {
    options: {
      ...patience,
      host,
      port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
      secure,
      ...(user !== '' && !secure && !loopback.test(url.hostname) ? { requireTLS: true } : {}),
    },
    credentials: user === '' ? undefined : { user, pass: decodeURIComponent(url.password) },
  };
};

/** The letter as it goes over the wire; the composer encodes what stands in its head, and folds it. */
const composed = (from: string, { id, to, subject, text }: Addressed): Promise<Buffer> =>
  new MailComposer({
    from: { name: '', address: from },
    to: { name: '', address: to },
    subject,
    text,
    // The same letter has the same name wherever it comes from.
    messageId: `<${hash('sha256', id).slice(0, 40)}@${from.slice(from.indexOf('@') + 1)}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();

type Fault = Error & { readonly responseCode?: number };

const answerOf = (fault: Fault): string => fault.message.replaceAll(/\s+/g, ' ').slice(0, 300);

/** Waits for one step of a connection, and no longer than the connection itself lives. */
const step = <T>(
  connection: SMTPConnection,
  begin: (done: (fault?: Fault | null, value?: T) => void) => void,
): Promise<T> =>
  new Promise((resolve, reject) => {
    const ended = () => reject(new Error('the connection ended'));
    connection.once('error', reject);
    connection.once('end', ended);
    begin((fault, value) => {
      connection.removeListener('error', reject);
      connection.removeListener('end', ended);
      if (fault) reject(fault);
      else resolve(value as T);
    });
  });

/**
 * Hands letters over by SMTP, one connection each. A server that answered no, or was not yet given the letter, has refused it;
 * a connection that breaks once the letter is on its way leaves it uncertain, and one that never came about reached nobody.
 */
export class SmtpSender implements Sender {
  readonly #server: Server;

  constructor(private readonly settings: MailSettings) {
    this.#server = serverOf(settings.server);
  }

  async send(letter: Addressed): Promise<Outcome> {
    const connection = new SMTPConnection(this.#server.options);
    // Whatever it says after it was given up is nobody's any more.
    connection.on('error', () => undefined);
    let at: 'composed' | 'connecting' | 'connected' | 'on its way' = 'composed';
    try {
      const bytes = await composed(this.settings.from, letter);
      at = 'connecting';
      await step<void>(connection, (done) => connection.connect(done));
      at = 'connected';
      const { credentials } = this.#server;
      if (credentials)
        await step<void>(connection, (done) => connection.login({ credentials }, (fault) => done(fault)));
      at = 'on its way';
      await step<void>(connection, (done) =>
        connection.send({ from: this.settings.from, to: letter.to }, bytes, (fault) => done(fault)),
      );
      connection.quit();
      return { state: 'sent' };
    } catch (fault) {
      connection.close();
      const answer = answerOf(fault as Fault);
      if (((fault as Fault).responseCode ?? 0) >= 400) return { state: 'refused', answer };
      return { state: at === 'connecting' ? 'unreached' : at === 'on its way' ? 'uncertain' : 'refused', answer };
    }
  }
}
