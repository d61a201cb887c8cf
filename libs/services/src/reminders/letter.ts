import type { Bilingual, InboxItem, InboxKind, Language, LocalDate } from '@masar/contracts';

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

type Words = Readonly<Record<Language, string>>;

const kindWords: Readonly<Record<InboxKind, Words>> = {
  'target-change': { ar: 'طلب تغيير موعد', en: 'another date is asked for' },
  pause: { ar: 'طلب تعليق', en: 'a pause is asked for' },
  correction: { ar: 'طلب تصحيح', en: 'a correction is asked for' },
  contest: { ar: 'اعتراض', en: 'booked days are contested' },
  confirmation: { ar: 'إنجاز ينتظر الاعتماد', en: 'something reached is to be confirmed' },
  forecast: { ar: 'موعد فائت بلا توقع', en: 'a missed date has no forecast' },
  blocker: { ar: 'معوّق', en: 'an obstacle is to be resolved' },
  application: { ar: 'تطبيق ينتظر التحقق', en: 'an application is to be verified' },
  question: { ar: 'سؤال', en: 'a question is to be answered' },
  'commitment-answer': { ar: 'التزام معروض', en: 'a commitment is offered' },
  'commitment-delivery': { ar: 'التزام مستحق الوفاء', en: 'a commitment is to be delivered' },
  'commitment-decision': { ar: 'وفاء ينتظر القرار', en: 'what a partner reported is to be decided' },
  'due-change': { ar: 'موعد التزام مقترح', en: 'another due date is proposed' },
};

const longestTitle = 120;

/** One line of a letter: what somebody wrote never begins another one, nor turns the direction of what follows. */
const oneLine = (text: string): string => {
  const plain = text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
  return plain.length > longestTitle ? `${plain.slice(0, longestTitle)}…` : plain;
};

const inLanguage = (title: Bilingual, language: Language): string =>
  oneLine(title[language] ?? title.ar ?? title.en ?? '');

/** An initiative that is not for every official is named by its number alone: a letter leaves the house. */
const nameOf = ({ initiative, restricted }: InboxItem, language: Language): string =>
  restricted ? `${initiative.kind}/${initiative.id}` : inLanguage(initiative.title, language);

const lineOf = (item: InboxItem, language: Language): string => {
  const name = `\u2068${nameOf(item, language)}\u2069`;
  const what = kindWords[item.what][language];
  return language === 'ar'
    ? `- ${name}: ${what}، منذ ${item.since} (أيام العمل: ${item.workingDays})`
    : `- ${name}: ${what}, since ${item.since} (working days: ${item.workingDays})`;
};

const signIn: Words = {
  ar: 'التفاصيل والقرار في مسار، في صفحة «ما ينتظر قراري».',
  en: 'What it says, and your answer, are in Masar, on the page of what waits for you.',
};
const wish: Words = {
  ar: 'لتغيير ما يصلك: صفحة حسابك في مسار.',
  en: 'To change what you are written about: your profile in Masar.',
};

const letterOf = (subject: string, lines: readonly string[], language: Language): Letter => ({
  subject,
  text: `${[...lines, '', signIn[language], wish[language]].join('\n')}\n`,
});

/** The digest of one working day: the oldest things that wait, and how many there are. */
export const digestLetter = (
  items: readonly InboxItem[],
  total: number | string,
  on: LocalDate,
  language: Language,
): Letter => {
  const lines = items.map((item) => lineOf(item, language));
  const more = typeof total === 'number' && total > items.length ? total - items.length : 0;
  const rest = more === 0 ? [] : [language === 'ar' ? `وغيرها: ${more}` : `and more: ${more}`];
  const subject =
    language === 'ar' ? `مسار: ما ينتظر قرارك، ${on} (${total})` : `Masar: waiting for you, ${on} (${total})`;
  return letterOf(subject, [...lines, ...rest], language);
};

/** What is written at once about one thing that was put to somebody. It says that there is one, not what it says. */
export const noticeLetter = (item: InboxItem, language: Language): Letter =>
  letterOf(
    `${language === 'ar' ? 'مسار' : 'Masar'}: ${kindWords[item.what][language]}`,
    [lineOf(item, language)],
    language,
  );
