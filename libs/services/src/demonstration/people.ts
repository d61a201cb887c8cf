import type { Person } from './story.js';

const of = (entity: string, ...people: readonly (readonly [user: string, role: Person['roles'][number]])[]): Person[] =>
  people.map(([user, role]) => ({ user, roles: role === 'lead' ? ['lead', 'focal-point'] : [role], entity }));

const ofPartner = (partner: string, user: string): Person => ({ user, roles: ['partner'], partner });

/** Who acts in the demonstration; a lead is the focal point of the own entity too. Names are invented. */
export const people: readonly Person[] = [
  { user: 'demonstration', roles: ['administrator'] },
  { user: 'hala.mansour', roles: ['reviewer'] },
  { user: 'noura.alketbi', roles: ['reviewer'] },
  { user: 'samir.adel', roles: ['independent'] },
  ...of('transport', ['tarek.nabil', 'lead'], ['dina.farouk', 'member']),
  ...of('communications', ['sara.hosny', 'lead'], ['omar.reda', 'member']),
  ...of('health', ['amr.elsherif', 'lead']),
  ...of('education', ['mona.saleh', 'lead'], ['yara.hamdy', 'member']),
  ...of('housing', ['karim.fathy', 'lead']),
  ...of('finance', ['yasser.galal', 'lead'], ['rania.adel', 'focal-point']),
  ...of('justice', ['hossam.badawi', 'lead']),
  ...of('investment', ['laila.ismail', 'lead']),
  ...of('agriculture', ['sameh.ragab', 'lead']),
  ...of('environment', ['aya.mostafa', 'lead']),
  ...of('labour', ['ehab.samir', 'lead']),
  ...of('social-solidarity', ['iman.zaki', 'lead']),
  ...of('electricity', ['wael.gomaa', 'lead'], ['heba.lotfy', 'focal-point']),
  ...of('customs', ['adel.morsi', 'focal-point']),
  ...of('procurement', ['hany.shaker', 'focal-point']),
  ...of('local-development', ['fouad.hegazy', 'focal-point']),
  ...of('land-registry', ['nader.wahba', 'focal-point']),
  ...of('planning', ['nesma.kamel', 'lead']),
  ...of('ae-digital', ['ahmed.almazrouei', 'lead']),
  ...of('ae-energy', ['maryam.alhosani', 'lead']),
  ...of('ae-mohre', ['khalid.alshamsi', 'lead']),
  ...of('ae-economy', ['saeed.aldhaheri', 'lead']),
  ...of('ae-health', ['amna.alnuaimi', 'lead']),
  ...of('ae-finance', ['fatima.alblooshi', 'focal-point']),
  ...of('ae-climate', ['hamad.almarri', 'focal-point']),
  ofPartner('port-systems', 'mostafa.elkady'),
  ofPartner('delta-tunnels', 'nourhan.samy'),
  ofPartner('raay-surveys', 'hessa.alraisi'),
];
