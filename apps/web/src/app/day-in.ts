/** `YYYY-MM-DD` of an instant, else of now, in a time zone, else in that of the device. */
export const dayIn = (zone: string | undefined, at?: string): string => {
  const parts = new Intl.DateTimeFormat('en', {
    calendar: 'gregory',
    numberingSystem: 'latn',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    ...(zone !== undefined && { timeZone: zone }),
  }).formatToParts(at === undefined ? new Date() : new Date(at));
  const part = (type: string) => parts.find((one) => one.type === type)!.value;
  return `${part('year')}-${part('month')}-${part('day')}`;
};
