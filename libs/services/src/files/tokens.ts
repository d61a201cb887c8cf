/** A `FileStore`. */
export const FILES = Symbol('files');
