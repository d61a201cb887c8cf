import { WordsField } from './values.js';

/** Whoever holds a session and not the password sets nothing up. */
export class BeginFactorBody {
  @WordsField({ longest: 1024 }) password!: string;
}

export class ConfirmFactorBody {
  /** Six digits of the authenticator. */
  @WordsField({ longest: 64 }) code!: string;
}

export class EndFactorBody {
  @WordsField({ longest: 1024 }) password!: string;
  @WordsField({ longest: 64 }) code!: string;
}
