/** A setting that cannot be meant; the process says which and stops. */
export class SettingFault extends Error {
  constructor(
    readonly setting: string,
    readonly value: string,
    expected: string,
  ) {
    super(`${setting}=${JSON.stringify(value)} is not valid: expected ${expected}`);
    this.name = 'SettingFault';
  }
}
