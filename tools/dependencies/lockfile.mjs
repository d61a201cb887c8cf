/** Optional packages the lock file names but does not hold. Such a lock installs with `npm i` and fails with `npm ci`. */
export const missingOptional = (lock) => {
  const held = new Set(
    Object.keys(lock.packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)),
  );
  return Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !held.has(name))
      .map((name) => `${path || 'the root'} names ${name}`),
  );
};
