/* eslint-disable @typescript-eslint/no-explicit-any */

/** Codes any route may answer without saying so of its own: nothing there, an address nobody can read, not ready. */
const everywhere = new Set(['read/not-found', 'body/malformed', 'service/not-ready']);

const templateOf = (path: string): RegExp => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);

/** Properties of an answer that its schema does not name; a schema that names none is open on purpose. */
const unnamedIn = (referred: any, value: any, at: string, schemas: any): string[] => {
  const schema = referred?.$ref ? schemas[referred.$ref.split('/').at(-1)] : referred;
  if (!schema || value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap((item) => unnamedIn(schema.items, item, `${at}[]`, schemas));
  const shapes: any[] = schema.anyOf ?? [schema];
  const properties = Object.assign({}, ...shapes.map((shape) => shape.properties ?? {}));
  if (Object.keys(properties).length === 0) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name in properties ? unnamedIn(properties[name], member, `${at}.${name}`, schemas) : [`${at}.${name}`],
  );
};

/** Says of an answer what the OpenAPI document does not say of the route it came from: its status, the code of a problem, properties. */
export const undocumentedBy = (document: any) => {
  const paths = Object.entries<any>(document.paths)
    .map(([path, operations]) => ({ path, template: templateOf(path), operations }))
    .sort((a, b) => a.path.split('{').length - b.path.split('{').length);
  const codesOf = (operation: any, status: number): string[] => {
    const named = operation.responses[String(status)];
    const response = named?.$ref ? document.components.responses[named.$ref.split('/').at(-1)] : named;
    return JSON.stringify(response ?? {}).match(/[a-z-]+\/[a-z-]+/g) ?? [];
  };
  return (method: string, url: string, status: number, media: string, body: any): string[] => {
    const address = url.split('?')[0]!;
    const route = paths.find(({ template, operations }) => template.test(address) && operations[method.toLowerCase()]);
    if (!route) return [];
    const operation = route.operations[method.toLowerCase()];
    if (media === 'application/problem+json')
      return everywhere.has(body.code) || codesOf(operation, status).includes(body.code) ? [] : [body.code];
    const response = operation.responses[String(status)];
    if (!response) return ['the status'];
    if (!response.content) return [];
    if (!response.content[media]) return [media];
    return [...new Set(unnamedIn(response.content[media].schema, body, '', document.components.schemas))];
  };
};
