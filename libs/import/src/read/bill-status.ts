import { isLocalDate } from '@masar/calendar';
import type { LocalDate } from '@masar/contracts';
import { digestOf } from '../model/identifiers.js';
import type { ImportedInitiative, ImportedNote, ImportedStage, Place } from '../model/imported.js';
import type { BillStatusProfile, StageRule } from '../profiles/profile.js';
import { children, textOf, type XmlElement } from '../table/xml.js';
import { blank, titled, worded, type Reading } from './reading.js';

interface Action {
  readonly on: LocalDate;
  readonly code: string;
  readonly system: string;
  readonly text: string;
  readonly place: Place;
}

/** What two recorders of one event have in common: day and words, without the recorder's own label, page references and punctuation. */
const sameness = (action: Action): string =>
  `${action.on} ${action.text
    .replace(/\([^)]*\)/g, ' ')
    .replace(
      /^(Passed\/agreed to in (House|Senate)|Resolving differences -- (House|Senate) actions|Conference [a-z ]+( in (House|Senate))?|To conference): /,
      '',
    )
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()}`;

const matches = (rule: StageRule, action: Action): boolean =>
  (!rule.codes || rule.codes.includes(action.code)) &&
  (!rule.systems || rule.systems.includes(action.system)) &&
  (!rule.text || new RegExp(rule.text, 'i').test(action.text));

/** Actions oldest first: the file lists the newest first, most without a time. */
const actionsOf = (bill: XmlElement, reading: Reading): Action[] => {
  const items = children(bill, 'actions', 'item');
  const read = items.flatMap((item, index) => {
    const place: Place = { row: index + 1, column: 'actionDate', value: textOf(item, 'actionDate') };
    const text = textOf(item, 'text');
    if (!isLocalDate(place.value)) {
      reading.add(place.value === '' ? 'value/missing' : 'date/unreadable', place);
      return [];
    }
    return [
      { on: place.value, code: textOf(item, 'actionCode'), system: textOf(item, 'sourceSystem', 'name'), text, place },
    ];
  });
  return read.reverse().sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
};

/**
 * The bill's way through its path. Several recorders of one stage on one day count once; on one day the order is the path's;
 * a stage that merely goes on is not entered again; nothing is entered before introduction or after the end.
 */
const stagesOf = (profile: BillStatusProfile, actions: readonly Action[], introducedOn: LocalDate): ImportedStage[] => {
  const order = new Map(profile.path.stages.map((stage, index) => [stage.stage, index]));
  const first = new Map<string, ImportedStage>();
  for (const action of actions) {
    const rule = profile.stages.find((one) => matches(one, action));
    if (!rule || action.on < introducedOn) continue;
    const key = `${action.on} ${rule.stage}`;
    if (!first.has(key)) first.set(key, { stage: rule.stage, on: action.on, place: action.place });
  }
  const sorted = [...first.values()].sort((a, b) =>
    a.on === b.on ? order.get(a.stage)! - order.get(b.stage)! : a.on < b.on ? -1 : 1,
  );
  const end = sorted.findIndex((stage) => stage.stage === profile.becameLaw);
  return sorted
    .slice(0, end < 0 ? undefined : end + 1)
    .filter((stage, index, all) => index === 0 || all[index - 1]!.stage !== stage.stage);
};

/** Every event once, with the systems that recorded it; an action without words is none. */
const notesOf = (actions: readonly Action[]): ImportedNote[] => {
  const events = new Map<string, { action: Action; systems: Set<string> }>();
  for (const action of actions) {
    if (action.text === '') continue;
    const known = events.get(sameness(action));
    if (known) known.systems.add(action.system);
    else events.set(sameness(action), { action, systems: new Set([action.system]) });
  }
  return [...events].map(([key, { action, systems }]) => ({
    id: `n-${digestOf(key).slice(0, 16)}`,
    on: action.on,
    text: worded(action.text),
    about: [...systems].join('; '),
    place: action.place,
  }));
};

/** Reads one bill. */
export const readBillStatus = (
  profile: BillStatusProfile,
  root: XmlElement,
  reading: Reading,
): ImportedInitiative[] => {
  const bill = children(root, 'billStatus', 'bill')[0];
  const said = (...names: readonly string[]): string => {
    const value = bill ? names.map((name) => textOf(bill, name)).find((text) => text !== '') : undefined;
    if (value === undefined) reading.add('xml/element-missing', { row: 1, column: names[0]!, value: '' });
    return value ?? '';
  };
  const type = said('type', 'billType');
  const number = said('number', 'billNumber');
  const congress = said('congress');
  const introducedOn = said('introducedDate');
  const chamber = said('originChamber');
  const name = said('title');
  const place: Place = { row: 1, column: 'introducedDate', value: introducedOn };
  if (!bill || reading.faults.length > 0) return [];
  if (!isLocalDate(introducedOn)) {
    reading.add('date/unreadable', place);
    return [];
  }
  const actions = actionsOf(bill, reading);
  const stages = stagesOf(profile, actions, introducedOn);
  const law = stages.find((stage) => stage.stage === profile.becameLaw);
  const title = { en: titled(`${profile.titles[type] ?? type} ${number} (${congress}): ${name}`) };
  const owner = reading.body(chamber);
  const { jurisdiction, instrument } = profile.path;
  return [
    blank({
      row: 1,
      kind: profile.kind,
      source: { system: profile.system, id: `${congress}-${type}-${number}`.toLowerCase() },
      title,
      owner,
      otherwise: { title, owner },
      startedOn: introducedOn,
      statedOn: introducedOn,
      path: { jurisdiction, instrument },
      stages,
      notes: notesOf(actions),
      ...(law ? { outcome: { outcome: 'in-force' as const, on: law.on, place: law.place } } : {}),
      places: { startedOn: place },
    }),
  ];
};
