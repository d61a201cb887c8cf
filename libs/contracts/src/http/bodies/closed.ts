import type { TSchema } from 'typebox';

/** The same schema with every object closed that does not say otherwise: event schemas are open on the wire, bodies are not. */
export const closed = (schema: TSchema): TSchema => {
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk);
    if (node === null || typeof node !== 'object') return node;
    const copy = Object.fromEntries(Object.entries(node).map(([name, member]) => [name, walk(member)]));
    return copy['type'] === 'object' && 'properties' in copy ? { additionalProperties: false, ...copy } : copy;
  };
  return walk(schema) as TSchema;
};
