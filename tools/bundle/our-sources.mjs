import { readFile } from 'node:fs/promises';
import { transform } from '@swc/core';
import { compileOptions } from '../run/compile-options.mjs';

/** Our TypeScript is compiled as its tests compile it: Nest reads the types of parameters, which esbuild does not write down. */
export const ourSources = {
  name: 'our-sources',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/(apps|libs)\/.*\.ts$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), {
        filename: path,
        ...compileOptions,
        sourceMaps: false,
      });
      return { contents: code, loader: 'js' };
    }),
};
