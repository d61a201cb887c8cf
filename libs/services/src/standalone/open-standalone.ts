import { clockOf, createHost, type Host, type Settings } from '@masar/nest-kit';
import { BatchModule } from '../batch/index.js';
import { ImportsModule } from '../imports/index.js';
import { InitiativesModule } from '../initiatives/index.js';
import { openPlatform, PlatformModule } from '../platform/index.js';
import { RegistryModule } from '../registry/index.js';
import { ReportingModule } from '../reporting/index.js';
import { openSessions, SessionsModule } from '../sessions/index.js';

export interface Standalone {
  readonly host: Host;
  /** The administrator's password, when this start had to make it. */
  readonly madePassword?: string;
  /** A token for whoever works on the data folder itself: the command line, as `operator:<user>`. Ends with the process. */
  operatorToken(user: string): string;
}

/** Every service in one process over one data folder, for the standalone app and the command line. Nothing listens yet. */
export const openStandalone = async (settings: Settings): Promise<Standalone> => {
  const clock = clockOf(settings.today, settings.zone);
  const platform = await openPlatform(settings, clock);
  try {
    const sessions = await openSessions(
      settings.eventStore.startsWith('sqlite::memory:') ? undefined : settings.dataFolder,
      settings.adminPassword,
    );
    const host = await createHost({
      settings,
      clock,
      service: 'standalone',
      modules: [
        PlatformModule.of(platform),
        SessionsModule.local(sessions),
        RegistryModule,
        InitiativesModule.for('projects'),
        InitiativesModule.for('laws'),
        InitiativesModule.for('policies'),
        BatchModule,
        ReportingModule.of(),
        ImportsModule,
      ],
      closeLast: () => platform.close(),
    });
    return {
      host,
      operatorToken: (user) => sessions.authenticator.operatorToken(user),
      ...(sessions.madePassword === undefined ? {} : { madePassword: sessions.madePassword }),
    };
  } catch (fault) {
    await platform.close();
    throw fault;
  }
};
