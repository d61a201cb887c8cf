import { asyncApiDocument } from '@masar/nest-kit';
import { writeOrCompare } from './write-or-compare.mjs';

/** The events as AsyncAPI, as every process serves them under /api/asyncapi.json. */
await writeOrCompare('docs/reference/asyncapi.json', `${JSON.stringify(asyncApiDocument('1'), null, 2)}\n`);
