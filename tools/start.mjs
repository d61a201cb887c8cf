import { bundled } from './run/bundled.mjs';
import { requireNode } from './run/node-version.mjs';

requireNode();
await import(`file://${bundled('standalone', 'web')}`);
