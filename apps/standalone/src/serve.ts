import { clockOf, createHost, type Host, type Settings } from '@masar/nest-kit';
import {
  BatchModule,
  ImportsModule,
  InitiativesModule,
  openPlatform,
  openSessions,
  PlatformModule,
  RegistryModule,
  ReportingModule,
  SessionsModule,
} from '@masar/services';

export interface Standalone {
  readonly host: Host;
  /** The administrator's password, when this start had to make it. */
  readonly madePassword?: string;
}

/** Every service in one process over one data folder. Nothing listens yet. */
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
    return { host, ...(sessions.madePassword === undefined ? {} : { madePassword: sessions.madePassword }) };
  } catch (fault) {
    await platform.close();
    throw fault;
  }
};
