/**
 * Turns among the processes over one store. By the clocks of the machines that ask, so a lease saves work and guards
 * nothing: what must hold, the streams' versions hold. Rejects with `StorageUnavailable`.
 */
export interface Leases {
  /**
   * Takes or renews it for so many milliseconds; false while somebody else's runs. One that would run for more than twice as
   * long was taken by a clock far ahead and is over: all who share a name take it for the same time.
   */
  take(name: string, holder: string, forMs: number): Promise<boolean>;
  /** Ends one's own, so that the next need not wait for it to run out. */
  end(name: string, holder: string): Promise<void>;
}
