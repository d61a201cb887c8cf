import type { StreamName } from '@masar/contracts';
import type { CommandAnswer, GivenCommand } from '../platform/command-bus.js';
import type { CommandRoute } from './command-routes.js';

/** A checked body and the parameters of its address as the command they mean. */
export const commandOfRoute = (
  route: CommandRoute,
  body: object,
  parameters: Readonly<Record<string, string>>,
): GivenCommand => {
  const fields = Object.entries(body).map(([name, value]) => [route.renamed?.[name] ?? name, value] as const);
  const { id: _initiative, ...named } = parameters;
  return { ...Object.fromEntries(fields), ...named, type: route.command };
};

/** Where what was made can be read. */
export const locationOf = (
  route: CommandRoute,
  stream: StreamName,
  answer: CommandAnswer,
  parameters: Readonly<Record<string, string>>,
): string | undefined => {
  if (!route.made) return undefined;
  if (route.path === '') return `/api/${stream}`;
  const [, ...below] = route.path.split('/');
  const place = below.map((part) =>
    part.startsWith(':') ? encodeURIComponent(parameters[part.slice(1)] ?? '') : part,
  );
  return `/api/${[stream, ...place, answer.id].join('/')}`;
};
