import { fileURLToPath } from 'node:url';
import { bundleApp } from './bundle-app.mjs';

/*
 * `node tools/bundle/bundle.mjs apps/standalone`: one app and everything it stands on, from our sources to a few files in its
 * `bundle` folder. Node reads a handful of files at a start instead of 2,500, and a fresh clone runs without waiting for
 * the compiler: types are held by `npm run check`.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const app = process.argv[2];
await bundleApp(app, `${root}/${app}/bundle`);
