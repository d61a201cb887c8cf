import { bundled } from './run/bundled.mjs';
import { requireNode } from './run/node-version.mjs';

requireNode();
bundled('standalone');
bundled('cli');
await import(`file://${bundled('acceptance')}`);
