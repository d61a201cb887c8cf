/** A day as the page writes it. */
export const dayIn = (language: 'ar' | 'en', date: string): string =>
  new Intl.DateTimeFormat(`${language === 'ar' ? 'ar-EG' : 'en-GB'}-u-nu-latn`, {
    timeZone: 'UTC',
    calendar: 'gregory',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(new Date(`${date}T00:00:00Z`));

/** A day so many days before or after another. */
export const dayFrom = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The day it is for the ministry of the stories, `YYYY-MM-DD`: late in the evening by UTC it is tomorrow in Cairo. */
export const dayInCairo = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Africa/Cairo' }).format(new Date());
