import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { DescribedRoute, Description } from '../rights/described-routes.js';
import type { Answer } from '../harness/target.js';

/** Codes any route may answer without saying so of its own: nothing there, an address nobody can read, not ready. */
const everywhere = new Set(['read/not-found', 'body/malformed', 'service/not-ready']);

type Response = { readonly $ref?: string; readonly content?: Readonly<Record<string, unknown>> };

const escaped = (segment: string): string => encodeURIComponent(segment.replaceAll('~', '~0').replaceAll('/', '~1'));

/** Says of an answer what the OpenAPI document does not say of its route: the status, the media type, the code, the shape. */
export class DescribedAnswers {
  readonly #ajv = new Ajv2020({ strict: false, allErrors: false, logger: false });
  readonly #validators = new Map<string, ValidateFunction>();

  constructor(private readonly description: Description) {
    addFormats.default(this.#ajv);
    this.#ajv.addSchema({ ...description, $id: 'https://masar.invalid/openapi' });
  }

  #validator(pointer: string): ValidateFunction {
    const known = this.#validators.get(pointer);
    if (known) return known;
    const made = this.#ajv.compile({ $ref: `https://masar.invalid/openapi#${pointer}` });
    this.#validators.set(pointer, made);
    return made;
  }

  /** The response a route describes for a status, and where in the document it stands. */
  #response(
    { path, method, operation }: DescribedRoute,
    status: number,
  ): { at: string; response: Response } | undefined {
    const response = operation.responses[String(status)] as Response | undefined;
    if (!response) return undefined;
    const at = `/paths/${escaped(path)}/${method.toLowerCase()}/responses/${status}`;
    if (response.$ref === undefined) return { at, response };
    const name = response.$ref.split('/').at(-1)!;
    const responses = (this.description.components as unknown as { responses: Record<string, Response> }).responses;
    return { at: `/components/responses/${escaped(name)}`, response: responses[name]! };
  }

  faultsOf(route: DescribedRoute, { status, headers, body }: Answer): readonly string[] {
    const media = (headers['content-type'] ?? '').split(';')[0]!;
    if (status >= 500) return [`answers ${status}: ${JSON.stringify(body).slice(0, 300)}`];
    if (status >= 400) return this.#ofProblem(route, status, media, body);
    const described = this.#response(route, status);
    if (!described) return [`answers ${status}, which is not described`];
    if (!described.response.content) return [];
    if (!(media in described.response.content)) return [`answers ${media}, which is not described`];
    return media.includes('json') ? this.#shape(`${described.at}/content/${escaped(media)}/schema`, body) : [];
  }

  #ofProblem(route: DescribedRoute, status: number, media: string, body: Answer['body']): readonly string[] {
    if (media !== 'application/problem+json') return [`answers ${status} as ${media}`];
    const code = String(body['code']);
    if (Number(body['status']) !== status) return [`says ${String(body['status'])} and answers ${status}`];
    const faults = this.#shape('/components/schemas/Problem', body);
    if (faults.length > 0 || everywhere.has(code)) return faults;
    const described = this.#response(route, status);
    return JSON.stringify(described?.response ?? {}).includes(`"${code}"`)
      ? []
      : [`refuses with ${status} ${code}, which is not described`];
  }

  #shape(pointer: string, body: unknown): readonly string[] {
    const validate = this.#validator(pointer);
    return validate(body)
      ? []
      : [`breaks its schema: ${this.#ajv.errorsText(validate.errors)} in ${JSON.stringify(body).slice(0, 400)}`];
  }
}
