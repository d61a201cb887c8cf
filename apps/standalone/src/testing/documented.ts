/* eslint-disable @typescript-eslint/no-explicit-any */

/** Codes any route may answer without saying so of its own: nothing there, unreadable, too large, of another kind, not ready. */
const everywhere = new Set([
  'read/not-found',
  'body/malformed',
  'body/too-large',
  'body/unsupported-media',
  'service/not-ready',
]);

const templateOf = (path: string): RegExp => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);

/** Says of a problem whether the OpenAPI document names its code for the route it came from. */
export const documentedBy = (document: any) => {
  const paths = Object.entries<any>(document.paths)
    .map(([path, operations]) => ({ path, template: templateOf(path), operations }))
    .sort((a, b) => a.path.split('{').length - b.path.split('{').length);
  const codesOf = (operation: any, status: number): string[] => {
    const named = operation.responses[String(status)];
    const response = named?.$ref ? document.components.responses[named.$ref.split('/').at(-1)] : named;
    return JSON.stringify(response ?? {}).match(/[a-z-]+\/[a-z-]+/g) ?? [];
  };
  return (method: string, url: string, status: number, code: string): boolean => {
    const address = url.split('?')[0]!;
    const route = paths.find(({ template, operations }) => template.test(address) && operations[method.toLowerCase()]);
    // A batch may be refused for whatever any of its commands may be: its default response.
    if (address === '/api/batch') return true;
    return !route || everywhere.has(code) || codesOf(route.operations[method.toLowerCase()], status).includes(code);
  };
};
