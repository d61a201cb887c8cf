import { build, root } from './run/built.mjs';
import { requireNode } from './run/node-version.mjs';

requireNode();
build('@masar/standalone');
await import(new URL('apps/standalone/dist/main.js', `file://${root}`).href);
