import { useWords } from '../../app/reader.js';
import { TextInput } from '../../ui/text-input.js';

interface Props {
  readonly typed: { readonly ar: string; readonly en: string };
  readonly set: (language: 'ar' | 'en') => (text: string) => void;
  readonly fault: string | undefined;
  readonly autoFocus?: boolean;
}

/** A name in Arabic, in English, or in both. */
export const NameFields = ({ typed, set, fault, autoFocus = false }: Props) => {
  const { administration } = useWords();
  return (
    <>
      <TextInput
        label={administration.nameAr}
        value={typed.ar}
        onChange={set('ar')}
        fault={fault}
        autoFocus={autoFocus}
      />
      <TextInput label={administration.nameEn} value={typed.en} onChange={set('en')} />
    </>
  );
};
