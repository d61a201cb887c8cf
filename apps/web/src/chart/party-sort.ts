/** The sorts of parties that have a colour and a hatch of their own. */
export const partySorts = ['owner', 'cabinet', 'legislature', 'council', 'partner', 'entity', 'outside'] as const;
export type PartySort = (typeof partySorts)[number];

const bodies: Readonly<Record<string, PartySort>> = {
  cabinet: 'cabinet',
  legislature: 'legislature',
  judiciary: 'council',
  partner: 'partner',
  entity: 'entity',
};

/** Of which sort a party is (`entity:finance`, `cabinet`, …) in an initiative of this owner. */
export const partySort = (party: string, owner?: string): PartySort =>
  owner !== undefined && party === `entity:${owner}` ? 'owner' : (bodies[party.split(':')[0]!] ?? 'outside');
