/** Whether a store (of the truth, of accounts) lies on a server that several processes share, rather than in a folder or in memory. */
export const isSharedTruth = (store: string): boolean => /^mongodb(\+srv)?:/.test(store);
