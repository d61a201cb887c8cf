let handed: File | undefined;

/** A file that was chosen on another screen goes along to the import; it is taken once. */
export const handOver = (file: File): void => {
  handed = file;
};
export const takeHanded = (): File | undefined => {
  const file = handed;
  handed = undefined;
  return file;
};
