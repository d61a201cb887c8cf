/**
 * Lets node run our TypeScript sources as they are: a `./x.js` that a `.ts` asks for is its `./x.ts`, compiled on loading.
 * Tests start with it (`--import`), and so do the threads and processes that they start: they inherit node's options.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';
import { compileOptions } from './compile-options.mjs';

const isOurs = (url) => url?.startsWith('file:') && url.endsWith('.ts') && !url.includes('/node_modules/');

registerHooks({
  resolve(specifier, context, next) {
    const relative = specifier.startsWith('.') && specifier.endsWith('.js') && isOurs(context.parentURL);
    return next(relative ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
  load(url, context, next) {
    if (!isOurs(url)) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), {
      filename,
      ...compileOptions,
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
