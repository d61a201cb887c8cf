import type { ReadModels } from '@masar/read-models';

const name = 'folded-epoch';

/** The epoch that the documents were folded from, where history is begun anew by those who keep it and not by who folds. */
export class FoldedEpoch {
  constructor(private readonly models: ReadModels) {}

  read(): Promise<string | undefined> {
    return this.models.pointer(name);
  }

  /** By compare-and-set: of two who begin, both have begun the same. */
  async begin(epoch: string): Promise<void> {
    await this.models.switchPointer(name, await this.read(), epoch);
  }
}
