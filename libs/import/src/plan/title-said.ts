import { readable, type Bilingual } from '@masar/contracts';
import { cleaned } from '../table/table.js';

/** A title as a table can say it: outer space, kinds of line ends and what nobody can read do not survive one. */
export const titleInTable = (text: string | undefined): string => cleaned(readable(text ?? ''));

/** The title a file asks for: what it says otherwise, in the language it says it in; nothing where it says what is on record. */
export const retitled = (told: Bilingual | undefined, held: Bilingual): Bilingual | undefined => {
  const changed = (['ar', 'en'] as const).filter(
    (language) => told?.[language] !== undefined && told[language] !== titleInTable(held[language]),
  );
  if (changed.length === 0) return undefined;
  return { ...held, ...Object.fromEntries(changed.map((language) => [language, told?.[language]])) };
};
