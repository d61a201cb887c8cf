/** One room of the administration, and whose it is by the table of rights. */
interface Section {
  readonly at: string;
  readonly name: 'people' | 'programs' | 'entities' | 'partners' | 'calendars' | 'lawPaths' | 'parked' | 'audit';
  readonly isFor: (reader: Reader) => boolean;
}
interface Reader {
  readonly roles: readonly string[];
  readonly onlyAccount: boolean;
}

export const isAdministrator = ({ roles }: Pick<Reader, 'roles'>): boolean => roles.includes('administrator');
const readsAccounts = ({ roles }: Reader): boolean => roles.includes('administrator') || roles.includes('auditor');
/** The one administrator of the first day holds every role. */
const readsAudit = ({ roles, onlyAccount }: Reader): boolean => roles.includes('auditor') || onlyAccount;
const anybody = () => true;

const sections: readonly Section[] = [
  { at: 'people', name: 'people', isFor: readsAccounts },
  { at: 'programs', name: 'programs', isFor: readsAccounts },
  { at: 'entities', name: 'entities', isFor: anybody },
  { at: 'partners', name: 'partners', isFor: anybody },
  { at: 'calendars', name: 'calendars', isFor: anybody },
  { at: 'law-paths', name: 'lawPaths', isFor: anybody },
  { at: 'parked', name: 'parked', isFor: isAdministrator },
  { at: 'audit', name: 'audit', isFor: readsAudit },
];

export const sectionsFor = (reader: Reader): readonly Section[] => sections.filter(({ isFor }) => isFor(reader));
