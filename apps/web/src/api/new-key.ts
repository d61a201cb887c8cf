/** A key nobody else makes. Not `randomUUID`, which a browser keeps from pages that came without TLS. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
