import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Route } from '../openapi/routes.js';
import { InvalidFields } from '../problems/field-faults.js';
import type { MasarRequest } from './request.js';

/** What every read may carry (api.md); one of a command side is level with the store, so that it is met by itself. */
const ofEveryRead: ReadonlySet<string> = new Set(['atLeast', 'waitMs']);

/**
 * A read that takes no parameters refuses those it is given, as a list refuses a filter it does not know: an answer that left
 * `knownOn` unsaid would be taken for what was known then. After the permission: whoever may not ask is told that first.
 */
export class ClosedReads implements CanActivate {
  readonly #handlers: ReadonlySet<object>;

  constructor(routes: readonly Route[]) {
    this.#handlers = new Set(routes.flatMap((route) => (route.isClosedRead ? [route.handle] : [])));
  }

  canActivate(context: ExecutionContext): boolean {
    const { query } = context.switchToHttp().getRequest<MasarRequest>();
    const unknown = Object.keys((query ?? {}) as object).filter((name) => !ofEveryRead.has(name));
    if (unknown.length > 0 && this.#handlers.has(context.getHandler()))
      throw new InvalidFields(
        unknown.slice(0, 100).map((path) => ({ path, code: 'field/unknown' })),
        'query',
      );
    return true;
  }
}
