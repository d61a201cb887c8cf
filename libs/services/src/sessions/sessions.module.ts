import { Global, Module, type DynamicModule, type OnApplicationShutdown, Inject } from '@nestjs/common';
import { AUTHENTICATOR } from '@masar/nest-kit';
import { Accounts } from './accounts.js';
import { LocalAuthenticator } from './local-authenticator.js';
import type { Sessions } from './open-sessions.js';
import { RemoteAuthenticator } from './remote-authenticator.js';
import { SecondFactorController, SecondFactorResetController } from './second-factor.controller.js';
import { SecondFactors } from './second-factors.js';
import { OwnSessionsController, SessionController } from './session.controller.js';

const SESSIONS = Symbol('sessions');

/** Signing in: by local accounts, or (in a process that runs one service alone) by asking the registry. */
@Global()
@Module({})
export class SessionsModule implements OnApplicationShutdown {
  constructor(@Inject(SESSIONS) private readonly sessions: Sessions | undefined) {}

  static local(sessions: Sessions): DynamicModule {
    return {
      module: SessionsModule,
      controllers: [SessionController, OwnSessionsController, SecondFactorController, SecondFactorResetController],
      providers: [
        { provide: SESSIONS, useValue: sessions },
        { provide: Accounts, useValue: sessions.accounts },
        { provide: SecondFactors, useValue: sessions.factors },
        { provide: LocalAuthenticator, useValue: sessions.authenticator },
        { provide: AUTHENTICATOR, useValue: sessions.authenticator },
      ],
      exports: [AUTHENTICATOR, Accounts],
    };
  }

  static remote(authenticator: RemoteAuthenticator): DynamicModule {
    return {
      module: SessionsModule,
      providers: [
        { provide: SESSIONS, useValue: undefined },
        { provide: AUTHENTICATOR, useValue: authenticator },
      ],
      exports: [AUTHENTICATOR],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.sessions?.records.close();
  }
}
