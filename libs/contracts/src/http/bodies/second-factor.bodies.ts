import { SecretField, WordsField } from './values.js';

/** Whoever holds a session and not the password sets nothing up. */
export class BeginFactorBody {
  @SecretField() password!: string;
}

export class ConfirmFactorBody {
  /** Six digits of the authenticator. */
  @WordsField({ longest: 64 }) code!: string;
}

export class EndFactorBody {
  @SecretField() password!: string;
  @WordsField({ longest: 64 }) code!: string;
}
