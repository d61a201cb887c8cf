import type { Person } from './story.js';

type Role = Person['roles'][number];
/** Who signs in under a name, in which role, and what the person is called. */
type Told = readonly [user: string, role: Role, ar: string, en: string];

const called = ([user, role, ar, en]: Told): Person => ({
  user,
  name: { ar, en },
  roles: role === 'lead' ? ['lead', 'focal-point'] : [role],
});
const of = (entity: string, ...people: readonly Told[]): Person[] =>
  people.map((told) => ({ ...called(told), entity }));
const ofPartner = (partner: string, user: string, ar: string, en: string): Person => ({
  ...called([user, 'partner', ar, en]),
  partner,
});

/** Who acts in the demonstration; a lead is the focal point of the own entity too. Names are invented. */
export const people: readonly Person[] = [
  called(['demonstration', 'administrator', 'البرنامج التوضيحي', 'Demonstration']),
  called(['hala.mansour', 'reviewer', 'هالة منصور', 'Hala Mansour']),
  called(['noura.alketbi', 'reviewer', 'نورة الكتبي', 'Noura Al Ketbi']),
  called(['samir.adel', 'independent', 'سمير عادل', 'Samir Adel']),
  ...of(
    'transport',
    ['tarek.nabil', 'lead', 'طارق نبيل', 'Tarek Nabil'],
    ['dina.farouk', 'member', 'دينا فاروق', 'Dina Farouk'],
  ),
  ...of(
    'communications',
    ['sara.hosny', 'lead', 'سارة حسني', 'Sara Hosny'],
    ['omar.reda', 'member', 'عمر رضا', 'Omar Reda'],
  ),
  ...of('health', ['amr.elsherif', 'lead', 'عمرو الشريف', 'Amr El Sherif']),
  ...of(
    'education',
    ['mona.saleh', 'lead', 'منى صالح', 'Mona Saleh'],
    ['yara.hamdy', 'member', 'يارا حمدي', 'Yara Hamdy'],
  ),
  ...of('housing', ['karim.fathy', 'lead', 'كريم فتحي', 'Karim Fathy']),
  ...of(
    'finance',
    ['yasser.galal', 'lead', 'ياسر جلال', 'Yasser Galal'],
    ['rania.adel', 'focal-point', 'رانيا عادل', 'Rania Adel'],
  ),
  ...of('justice', ['hossam.badawi', 'lead', 'حسام بدوي', 'Hossam Badawi']),
  ...of('investment', ['laila.ismail', 'lead', 'ليلى إسماعيل', 'Laila Ismail']),
  ...of('agriculture', ['sameh.ragab', 'lead', 'سامح رجب', 'Sameh Ragab']),
  ...of('environment', ['aya.mostafa', 'lead', 'آية مصطفى', 'Aya Mostafa']),
  ...of('labour', ['ehab.samir', 'lead', 'إيهاب سمير', 'Ehab Samir']),
  ...of('social-solidarity', ['iman.zaki', 'lead', 'إيمان زكي', 'Iman Zaki']),
  ...of(
    'electricity',
    ['wael.gomaa', 'lead', 'وائل جمعة', 'Wael Gomaa'],
    ['heba.lotfy', 'focal-point', 'هبة لطفي', 'Heba Lotfy'],
  ),
  ...of('customs', ['adel.morsi', 'focal-point', 'عادل مرسي', 'Adel Morsi']),
  ...of('procurement', ['hany.shaker', 'focal-point', 'هاني شاكر', 'Hany Shaker']),
  ...of('local-development', ['fouad.hegazy', 'focal-point', 'فؤاد حجازي', 'Fouad Hegazy']),
  ...of('land-registry', ['nader.wahba', 'focal-point', 'نادر وهبة', 'Nader Wahba']),
  ...of('planning', ['nesma.kamel', 'lead', 'نسمة كامل', 'Nesma Kamel']),
  ...of('ae-digital', ['ahmed.almazrouei', 'lead', 'أحمد المزروعي', 'Ahmed Al Mazrouei']),
  ...of('ae-energy', ['maryam.alhosani', 'lead', 'مريم الحوسني', 'Maryam Al Hosani']),
  ...of('ae-mohre', ['khalid.alshamsi', 'lead', 'خالد الشامسي', 'Khalid Al Shamsi']),
  ...of('ae-economy', ['saeed.aldhaheri', 'lead', 'سعيد الظاهري', 'Saeed Al Dhaheri']),
  ...of('ae-health', ['amna.alnuaimi', 'lead', 'آمنة النعيمي', 'Amna Al Nuaimi']),
  ...of('ae-finance', ['fatima.alblooshi', 'focal-point', 'فاطمة البلوشي', 'Fatima Al Blooshi']),
  ...of('ae-climate', ['hamad.almarri', 'focal-point', 'حمد المري', 'Hamad Al Marri']),
  ofPartner('port-systems', 'mostafa.elkady', 'مصطفى القاضي', 'Mostafa El Kady'),
  ofPartner('delta-tunnels', 'nourhan.samy', 'نورهان سامي', 'Nourhan Samy'),
  ofPartner('raay-surveys', 'hessa.alraisi', 'حصة الرئيسي', 'Hessa Al Raisi'),
];
