/** What a thread of reporting is started with: addresses, since handles cannot cross. */
export interface ThreadStart {
  readonly eventLog: string;
  /** The truth itself: a cluster asks it for its epoch, and for a stream once more. */
  readonly eventStore: string;
  readonly readModels: string;
  readonly zone: string;
}
