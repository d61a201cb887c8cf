import { readSettings, runProcess } from '@masar/nest-kit';
import { BatchModule, InitiativesModule, openAlone } from '@masar/services';

/** The service of laws alone, over its own data folder. */
await runProcess(() => openAlone(readSettings(process.env), 'laws', InitiativesModule.for('laws'), BatchModule));
