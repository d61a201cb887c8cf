import {
  clockOf,
  createHost,
  isCluster,
  type Clock,
  type Host,
  type HostedModule,
  type HostOptions,
  type Settings,
} from '@masar/nest-kit';
import { AuditModule } from '../audit/audit.module.js';
import { holdAudit } from '../audit/open-audit.js';
import { isDemonstration } from '../demonstration/index.js';
import { HeldFilesModule, holdFiles } from '../files/held-files.module.js';
import { OidcModule } from '../people/oidc/oidc.module.js';
import { PeopleModule } from '../people/people.module.js';
import { PeopleOnRecord } from '../people/people-on-record.js';
import {
  openPlatform,
  PlatformModule,
  RemoteDirectory,
  type Platform,
  type PlatformOptions,
} from '../platform/index.js';
import {
  openSessions,
  PlaceOfPeople,
  RemoteAuthenticator,
  RemotePeople,
  sessionsWantedBy,
  SessionsModule,
  type Sessions,
} from '../sessions/index.js';

/** A process opened but not listening. */
export interface OpenedService {
  readonly host: Host;
  /** Absent where another process signs people in. */
  readonly sessions?: Sessions;
}

/** Where people sign in it is known where they belong today, in whose name they may act, and who speaks for a body. */
const peopleOf = (
  sessions: Sessions,
  { directory, bus }: Platform,
  { oidc }: Settings,
  clock: Clock,
): readonly HostedModule[] => {
  const places = new PlaceOfPeople(directory, () => clock.now());
  sessions.authenticator.standOn(places);
  const onRecord = new PeopleOnRecord(sessions.records, places);
  bus.people = onRecord;
  return [
    SessionsModule.local(sessions),
    PeopleModule.of(sessions.records, places, onRecord),
    OidcModule.of(sessions, oidc, directory),
  ];
};

/**
 * Opens a process around `modules`, over its own data folder or over the truth it shares with others. With MASAR_REGISTRY_URL
 * it asks that registry about sessions, and over its own folder also about entities, calendars and law paths, which a shared
 * truth tells everybody. The truth is sealed where people sign in: one service alone holds what is signed with. Nothing
 * listens yet.
 */
export const openService = async (
  settings: Settings,
  service: string,
  modules: readonly HostedModule[],
  { page, ...options }: Pick<PlatformOptions, 'isDemonstration'> & Pick<HostOptions, 'page'> = {},
): Promise<OpenedService> => {
  const clock = clockOf(settings.today, settings.zone);
  const { registryUrl } = settings;
  const remote = registryUrl === undefined ? undefined : new RemoteAuthenticator(registryUrl);
  const directory =
    remote && !isCluster(settings)
      ? new RemoteDirectory(registryUrl!, settings.zone, () => remote.latestToken())
      : undefined;
  const platform = await openPlatform(settings, clock, { ...options, ...(directory ? { directory } : {}) });
  if (remote) platform.bus.people = new RemotePeople(registryUrl!);
  let sessions: Sessions | undefined;
  const closing = [() => platform.close()];
  const closeLast = async () => {
    for (const close of closing) await close();
  };
  try {
    const held = await holdFiles(settings, platform);
    closing.unshift(() => held.files.close());
    const audit = await holdAudit(settings, platform, service);
    closing.unshift(() => audit.close());
    sessions = remote ? undefined : await openSessions(sessionsWantedBy(settings));
    const signingIn = sessions ? peopleOf(sessions, platform, settings, clock) : [SessionsModule.remote(remote!)];
    const host = await createHost({
      settings,
      clock,
      service,
      modules: [
        PlatformModule.of(platform, { seals: !(remote && isCluster(settings)) }),
        HeldFilesModule.of(held),
        AuditModule.of(audit, sessions !== undefined),
        ...signingIn,
        ...modules,
      ],
      audit: audit.sink,
      ...(page === undefined ? {} : { page }),
      closeLast,
    });
    return { host, ...(sessions ? { sessions } : {}) };
  } catch (fault) {
    await sessions?.records.close();
    await closeLast();
    throw fault;
  }
};

/** What the person at the terminal is told of a first start. */
export const announcementOf = (madePassword: string | undefined): readonly string[] =>
  madePassword === undefined
    ? []
    : [
        `مسار: المستخدم admin، كلمة المرور ${madePassword}`,
        `Masar: user admin, password ${madePassword} (shown this once)`,
      ];

/** Opens a process that runs one service alone, ready for `runProcess`. */
export const openAlone = async (settings: Settings, service: string, ...modules: readonly HostedModule[]) => {
  const { host, sessions } = await openService(settings, service, modules, { isDemonstration });
  return { host, announce: announcementOf(sessions?.madePassword) };
};
