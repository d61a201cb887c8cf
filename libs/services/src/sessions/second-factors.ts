import { hash, randomBytes, randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { isHandOf, latinDigits, refuse, type Actor } from '@masar/contracts';
import type { TakeBox } from '../sealing/box-file.js';
import { NotOpened } from '../sealing/secret-box.js';
import {
  AccountsUnavailable,
  type Account,
  type AccountLine,
  type AccountRecords,
  type SecondFactor,
} from './account.js';
import { lineBy } from './account-line.js';

const periodSeconds = 30;
/** Clocks of telephones differ: the code before and the one after are taken too (RFC 6238, 5.2). */
const stepsAround = 1;
const secretBytes = 20;
const recoveryCodes = 10;

/** What is told of a new secret, this once; `uri` is what an authenticator reads from a picture. */
export interface BegunFactor {
  readonly secret: string;
  readonly uri: string;
}

export interface FactorState {
  readonly state: 'off' | 'begun' | 'on';
  readonly recoveryCodes: number;
}

/** The stamp of the factor a code was shown of. */
export interface ShownFactor {
  readonly factor?: string;
}

const authenticator = (user: string, secret: string): TOTP =>
  new TOTP({ issuer: 'Masar', label: user, digits: 6, period: periodSeconds, secret: Secret.fromBase32(secret) });

const plain = (code: string): string => latinDigits(code).replaceAll(/[\s-]/g, '').toUpperCase();
const digestOf = (user: string, code: string): string => hash('sha256', `${user}\n${plain(code)}`, 'base64url');

/** Sixteen letters and digits in fours: 80 bits, that nobody finds by trying. */
const makeRecoveryCode = (): string =>
  new Secret({ buffer: new Uint8Array(randomBytes(10)).buffer }).base32.match(/.{4}/g)!.join('-');

/**
 * Codes of an authenticator (TOTP, RFC 6238) beside the password, for whoever chooses so. A secret is told once and asked for
 * only after a code has shown that it arrived. Each code opens once, whichever registry it is shown to.
 */
export class SecondFactors {
  constructor(
    private readonly records: AccountRecords,
    /** Absent where nobody has given a key to seal with: then none can be begun. */
    private readonly box: TakeBox | undefined,
  ) {}

  async state(user: string): Promise<FactorState> {
    const { secondFactor: factor } = await this.#account(user);
    if (!factor) return { state: 'off', recoveryCodes: 0 };
    return { state: factor.isOn ? 'on' : 'begun', recoveryCodes: factor.recovery.length };
  }

  /** Whoever begins again has another secret. Refuses `second-factor/on` where one is asked for already. */
  async begin(user: string): Promise<BegunFactor> {
    const { secondFactor: before } = await this.#account(user);
    if (before?.isOn) refuse('second-factor/on');
    const secret = new Secret({ size: secretBytes }).base32;
    const secondFactor = { ...this.#sealed(user, secret), isOn: false, step: 0, recovery: [] };
    const begun = await this.records.change(user, { set: { secondFactor }, factor: before?.stamp ?? null });
    // Of two who begin at once the later has his secret; one that is on by now is refused.
    return begun ? { secret, uri: authenticator(user, secret).toString() } : this.begin(user);
  }

  /** From now on a code is asked for. Answers the codes for when the authenticator is lost: told once. */
  async confirm(user: string, code: string): Promise<readonly string[] | undefined> {
    const account = await this.#account(user);
    const { secondFactor: factor } = account;
    if (!factor) return refuse('second-factor/not-begun');
    if (factor.isOn) return refuse('second-factor/on');
    const step = this.#stepOf(account, factor, code);
    if (step === undefined) return undefined;
    const codes = Array.from({ length: recoveryCodes }, makeRecoveryCode);
    const recovery = codes.map((one) => digestOf(user, one));
    const done = await this.#put(user, factor, { isOn: true, step, recovery }, lineBy(user, { what: 'factor-on' }));
    return done ? codes : undefined;
  }

  /**
   * A code opens the account once; what was used meanwhile elsewhere is used. Answers the stamp of the factor that was shown,
   * or none where none is asked for; undefined for a code that does not open.
   */
  async take(user: string, code: string): Promise<ShownFactor | undefined> {
    const account = await this.#account(user);
    const { secondFactor: factor } = account;
    if (!factor?.isOn) return {};
    const digest = digestOf(user, code);
    if (factor.recovery.includes(digest)) {
      const recovery = factor.recovery.filter((one) => one !== digest);
      return this.#put(user, factor, { recovery }, lineBy(user, { what: 'recovery-used' }));
    }
    const step = this.#stepOf(account, factor, code);
    return step === undefined ? undefined : this.#put(user, factor, { step });
  }

  /** Nothing is asked for any more; whoever ends it has shown password and code. Refuses `session/code-required` for another than was shown. */
  async end(user: string, shown: string | undefined): Promise<void> {
    const { secondFactor: factor } = await this.#account(user);
    if (!factor) return;
    const isShown = !factor.isOn || factor.stamp === shown;
    const change = { set: { secondFactor: null }, factor: factor.stamp, line: lineBy(user, { what: 'factor-off' }) };
    if (!isShown || !(await this.records.change(user, change))) refuse('session/code-required');
  }

  /** For somebody who has lost the authenticator and the codes; nobody does it for himself. */
  async reset(user: string, reason: string, by: Actor): Promise<void> {
    if (isHandOf(by, user)) refuse('account/own', { user });
    await this.#account(user);
    const change = { set: { secondFactor: null }, line: lineBy(by.user, { what: 'factor-reset', reason }) };
    if (!(await this.records.change(user, change))) refuse('account/unknown', { user });
  }

  #sealed(user: string, secret: string): Pick<SecondFactor, 'secret' | 'stamp'> {
    if (!this.box) return refuse('read/not-offered');
    return { secret: this.box().seal(secret, user), stamp: randomUUID() };
  }

  /** The time a code is of, when it is good and later than the last that was used. */
  #stepOf({ user }: Account, { secret, step: last }: SecondFactor, code: string): number | undefined {
    const opened = this.#opened(secret, user);
    const timestamp = Date.now();
    const delta = authenticator(user, opened).validate({ token: plain(code), timestamp, window: stepsAround });
    const step = delta === null ? -1 : Math.floor(timestamp / 1000 / periodSeconds) + delta;
    return step > last ? step : undefined;
  }

  /** Nobody is let in for want of a key. */
  #opened(secret: string, user: string): string {
    try {
      return (this.box ?? refuse('read/not-offered'))().open(secret, user);
    } catch (fault) {
      if (!(fault instanceof NotOpened)) throw fault;
      throw new AccountsUnavailable(`the second factor of ${user}: ${fault.message}`, { cause: fault });
    }
  }

  /** Undefined when it is no longer the one that was read. */
  async #put(
    user: string,
    { stamp: before, ...factor }: SecondFactor,
    change: Partial<SecondFactor>,
    noted?: AccountLine,
  ): Promise<Required<ShownFactor> | undefined> {
    const stamp = randomUUID();
    const set = { secondFactor: { ...factor, ...change, stamp } };
    const done = await this.records.change(user, { set, factor: before, ...(noted && { line: noted }) });
    return done ? { factor: stamp } : undefined;
  }

  async #account(user: string): Promise<Account> {
    await this.records.refresh();
    return this.records.current().accounts.get(user) ?? refuse('account/unknown', { user });
  }
}
