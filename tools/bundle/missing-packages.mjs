/** A package a library merely tries for, and that is not installed, stays a question that it asks when it runs. */
export const missingPackages = {
  name: 'missing-packages',
  setup: ({ onResolve, resolve }) =>
    onResolve({ filter: /^[^./]/ }, async ({ path, pluginData, ...asked }) => {
      if (pluginData === 'asked') return undefined;
      const { errors } = await resolve(path, { ...asked, pluginData: 'asked' });
      return errors.length > 0 ? { path, external: true } : undefined;
    }),
};
