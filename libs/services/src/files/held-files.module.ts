import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { Settings } from '@masar/nest-kit';
import type { Platform } from '../platform/index.js';
import { EvidenceDesk } from './evidence-desk.js';
import type { FileStore } from './file-store.js';
import { openFileStore } from './open-file-store.js';
import { FILES } from './tokens.js';

/** The evidence files of a process: every decider asks for them, also where they are not served. */
export interface HeldFiles {
  readonly files: FileStore;
  readonly desk: EvidenceDesk;
}

/** Opens the files beside the truth; from now on no command names one that does not exist for who gives it. */
export const holdFiles = async (settings: Settings, { handler, store, bus }: Platform): Promise<HeldFiles> => {
  // Whoever has opened the truth of a folder has the folder for itself.
  const files = await openFileStore(settings, true);
  const desk = new EvidenceDesk(files, { handler, store });
  bus.evidence = desk;
  return { files, desk };
};

@Global()
@Module({})
export class HeldFilesModule {
  static of({ files, desk }: HeldFiles): DynamicModule {
    const providers = [
      { provide: FILES, useValue: files },
      { provide: EvidenceDesk, useValue: desk },
    ];
    return { module: HeldFilesModule, providers, exports: providers };
  }
}
