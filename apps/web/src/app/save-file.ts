/** Hands something to the reader as a file of the device. */
export const saveFile = (name: string, content: Blob): void => {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of it once the press has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
};
