import { build, root } from './run/built.mjs';
import { requireNode } from './run/node-version.mjs';

requireNode();
build('@masar/standalone');
build('@masar/acceptance');
await import(new URL('apps/acceptance/dist/main.js', `file://${root}`).href);
