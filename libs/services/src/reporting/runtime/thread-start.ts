/** What a thread of reporting is started with: addresses, since handles cannot cross. */
export interface ThreadStart {
  readonly eventLog: string;
  readonly readModels: string;
  readonly zone: string;
}
