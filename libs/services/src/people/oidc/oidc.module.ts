import { Module, type DynamicModule } from '@nestjs/common';
import type { OidcSettings } from '@masar/nest-kit';
import type { DirectoryService } from '../../platform/directory-service.js';
import { LocalAuthenticator } from '../../sessions/local-authenticator.js';
import type { Sessions } from '../../sessions/open-sessions.js';
import { readClaimsMapping } from './claims-mapping.js';
import { OidcController, SIGNING_IN_ELSEWHERE, type SigningInElsewhere } from './oidc.controller.js';
import { PeopleOfProvider } from './people-of-provider.js';
import { ProviderLink } from './provider-link.js';

const elsewhere = (
  { records, tokens }: Sessions,
  settings: OidcSettings,
  directory: DirectoryService,
): SigningInElsewhere => {
  const mapping = readClaimsMapping(settings.claims);
  const people = new PeopleOfProvider(records, mapping, settings.issuer, directory);
  return { link: new ProviderLink(settings), people, tokens };
};

/** Signing in by a ministry's own provider; its addresses answer that this is not offered where none is set. */
@Module({})
export class OidcModule {
  /** Throws `SettingFault` for a mapping of claims that is none. */
  static of(sessions: Sessions, settings: OidcSettings | undefined, directory: DirectoryService): DynamicModule {
    const to = settings && elsewhere(sessions, settings, directory);
    return {
      module: OidcModule,
      controllers: [OidcController],
      providers: [
        { provide: SIGNING_IN_ELSEWHERE, useValue: to ? { to } : {} },
        { provide: LocalAuthenticator, useValue: sessions.authenticator },
      ],
    };
  }
}
