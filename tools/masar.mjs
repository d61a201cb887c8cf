import { build, root } from './run/built.mjs';
import { requireNode } from './run/node-version.mjs';

requireNode();
build('@masar/cli');
await import(new URL('apps/cli/dist/main.js', `file://${root}`).href);
