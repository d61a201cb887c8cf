/** Zones of the jurisdictions whose calendars are shipped; every other takes the zone of the house (`MASAR_ZONE`). */
const zones: ReadonlyMap<string, string> = new Map([
  ['EG', 'Africa/Cairo'],
  ['AE', 'Asia/Dubai'],
  ['SA', 'Asia/Riyadh'],
  ['TN', 'Africa/Tunis'],
]);

export const zoneOfJurisdiction = (jurisdiction: string, otherwise: string): string =>
  zones.get(jurisdiction) ?? otherwise;
