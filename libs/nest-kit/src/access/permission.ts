import 'reflect-metadata';
import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Action, Actor } from '@masar/access';
import type { MasarRequest } from '../http/request.js';

export const permissionKey = 'masar:permission';
export const publicKey = 'masar:public';

/** This route needs the right to `action`; the table of `access` says who has it. */
export const Can = (action: Action) => SetMetadata(permissionKey, action);
/** This route needs no right, because of `reason`. */
export const Public = (reason: string) => SetMetadata(publicKey, reason);

/** The person who asks. On a `@Public` route it may be undefined. */
export const Asker = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor | undefined => context.switchToHttp().getRequest<MasarRequest>().actor,
);
