export * from './working-calendar.js';
export * from './local-date.js';
export * from './zoned-day.js';
export * from './calendar-definition.js';
export * from './build-calendar.js';
export * from './shipped/shipped-calendars.js';
export * from './hijri.js';
export * from './hijri-text.js';
