/**
 * Which room may open a door to which: the only arrows between our packages.
 * Read by the linter (`@nx/enforce-module-boundaries`); apps are never imported, because nobody lists them.
 */
export const arrows = {
  contracts: [],
  calendar: ['contracts'],
  directory: ['contracts', 'calendar'],
  access: ['contracts'],
  domain: ['contracts', 'calendar', 'directory', 'event-store'],
  timeline: ['contracts', 'calendar', 'directory'],
  import: ['contracts', 'calendar', 'directory'],
  'event-store': ['contracts'],
  'event-log': ['contracts', 'event-store'],
  'read-models': ['contracts'],
  'nest-kit': ['contracts', 'access', 'event-store'],
  services: [
    'contracts',
    'calendar',
    'directory',
    'access',
    'domain',
    'timeline',
    'import',
    'event-store',
    'event-log',
    'read-models',
    'nest-kit',
  ],
  testing: ['contracts'],
  standalone: ['contracts', 'nest-kit', 'services', 'event-store', 'event-log', 'read-models'],
  registry: ['nest-kit', 'services', 'event-store', 'event-log', 'read-models'],
  projects: ['nest-kit', 'services', 'event-store', 'event-log', 'read-models'],
  laws: ['nest-kit', 'services', 'event-store', 'event-log', 'read-models'],
  policies: ['nest-kit', 'services', 'event-store', 'event-log', 'read-models'],
  reporting: ['nest-kit', 'services', 'event-store', 'event-log', 'read-models'],
  cli: ['contracts', 'nest-kit', 'services', 'event-store', 'event-log', 'read-models'],
  acceptance: ['contracts'],
};
