/**
 * What no import arrow can say. Each rule has a reason and a fixture of its own name under `fixtures/` that must break it.
 * `rooms` are path prefixes; `except` are endings a rule leaves alone.
 */
const pure = [
  'libs/contracts/src/',
  'libs/calendar/src/',
  'libs/directory/src/',
  'libs/access/src/',
  'libs/domain/src/',
  'libs/timeline/src/',
  'libs/import/src/',
];
const specs = ['.spec.ts'];

export const rules = [
  {
    name: 'pure-rooms-have-no-clock',
    because: 'a figure must be the same tomorrow for the same question; time comes in with the command or the question',
    rooms: pure,
    except: specs,
    calls: ['Date.now', 'performance.now', 'process.hrtime'],
    newWithoutArguments: ['Date'],
  },
  {
    name: 'pure-rooms-draw-no-lots',
    because: 'ids come in with the command; a rule that draws lots cannot be replayed',
    rooms: pure,
    except: specs,
    calls: ['Math.random', 'crypto.randomUUID', 'randomUUID', 'crypto.getRandomValues'],
  },
  {
    name: 'pure-rooms-know-no-framework',
    because: 'business rules outlive frameworks and drivers, and are tested without them',
    rooms: pure.filter((room) => !room.startsWith('libs/contracts')),
    except: specs,
    imports: [
      /^@nestjs\//,
      /^fastify/,
      /^@fastify\//,
      /^rxjs/,
      /^node:(fs|net|http|child_process|worker_threads|sqlite)/,
      /^mongoose/,
      /^kafkajs/,
      /^class-validator/,
    ],
  },
  {
    name: 'contracts-know-no-framework',
    because: 'the published language is read by the web page and by strangers; it carries no server',
    rooms: ['libs/contracts/src/'],
    except: specs,
    imports: [
      /^@nestjs\//,
      /^fastify/,
      /^rxjs/,
      /^node:(fs|net|http|child_process|worker_threads|sqlite)/,
      /^@masar\//,
    ],
  },
  {
    name: 'drivers-live-in-adapters',
    because: 'a driver outside its adapter folder is loaded by everybody and can never be exchanged',
    rooms: ['libs/', 'apps/'],
    except: [...specs, '.contract.ts'],
    outside: [/\/sqlite\//, /\/mongo\//, /\/kafka\//, /\/simulation\//],
    imports: [/^node:sqlite$/, /^mongoose/, /^mongodb/, /^kafkajs/],
  },
  {
    name: 'services-append-through-the-command-handler',
    because: 'one way to write: idempotency, If-Match and retries live in one place',
    rooms: ['libs/services/src/', 'libs/nest-kit/src/', 'apps/'],
    except: specs,
    methodCalls: ['append'],
    onReceivers: [/store$/i, /eventStore/i],
  },
  {
    name: 'domain-contexts-stay-apart',
    because: 'services meet by events and by HTTP, never through the rules of another context',
    rooms: ['libs/domain/src/registry/'],
    except: specs,
    imports: [/\.\.\/(initiative|project|law|policy)\//],
  },
  {
    name: 'kinds-are-data-not-a-switch',
    because: 'a fourth kind attaches by adding a row, never by editing the timeline',
    rooms: ['libs/timeline/src/'],
    except: specs,
    outside: [/\/testing\//],
    literals: ['projects', 'laws', 'policies'],
  },
];
