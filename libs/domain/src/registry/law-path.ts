import { event, Refusal, type DomainEvent, type EventData, type LawPath, sameValue } from '@masar/contracts';
import { lawPathFaults, shippedLawPath } from '@masar/directory';
import type { Decider } from '@masar/event-store';
import { requireStatedDay, type RegistryCommand } from './registry-command.js';

export interface PublishLawPath extends RegistryCommand {
  readonly type: 'PublishLawPath';
  /** Without version: the next one. */
  readonly path: Omit<LawPath, 'version'> & { readonly version?: number };
}

/** A stream `law-paths/<jurisdiction>.<instrument>`: every version published, in order; the shipped one is no event. */
export interface LawPathState {
  readonly published: readonly LawPath[];
}

const knownVersions = (state: LawPathState, command: PublishLawPath): readonly LawPath[] => {
  const shipped = shippedLawPath(command.path.jurisdiction, command.path.instrument);
  return shipped ? [shipped, ...state.published] : state.published;
};

/** Says again what a version says already (the version asked for, else the newest): an import that brings its own path, twice. */
const isKnown = (versions: readonly LawPath[], path: PublishLawPath['path']): boolean => {
  const known = path.version === undefined ? versions.at(-1) : versions.find(({ version }) => version === path.version);
  return known !== undefined && sameValue(known, { ...path, version: known.version });
};

/** Ids may hold dots, so two paths could claim one stream: the first one keeps it. */
const requireSamePath = (state: LawPathState, { path }: PublishLawPath): void => {
  const first = state.published[0];
  if (first && (first.jurisdiction !== path.jurisdiction || first.instrument !== path.instrument)) {
    throw new Refusal('path/invalid', { jurisdiction: first.jurisdiction, instrument: first.instrument }, 'instrument');
  }
};

/** Refuses `path/exists` for a version that is taken, `path/invalid` for one that leaves a gap or cannot be walked. */
const publish = (state: LawPathState, command: PublishLawPath): readonly DomainEvent[] => {
  requireStatedDay(command);
  requireSamePath(state, command);
  const versions = knownVersions(state, command);
  if (isKnown(versions, command.path)) return [];
  const newest = versions.at(-1)?.version ?? 0;
  const path: LawPath = { ...command.path, version: command.path.version ?? newest + 1 };
  if (path.version <= newest) throw new Refusal('path/exists', { version: path.version, newest }, 'version');
  if (path.version > newest + 1) {
    throw new Refusal('path/invalid', { version: path.version, expected: newest + 1 }, 'version');
  }
  const faults = lawPathFaults(path);
  if (faults.length > 0) throw new Refusal('path/invalid', { faults }, 'stages');
  return [event('path.published.v1', { happenedOn: command.on, path })];
};

/** Law paths: versions one after another; a law keeps the version it was registered on. */
export const lawPathDecider: Decider<LawPathState, PublishLawPath> = {
  name: 'law-path',
  version: 1,
  initial: { published: [] },
  evolve: (state, recorded) => {
    if (recorded.type !== 'path.published.v1') return state;
    const { path } = recorded.data as unknown as EventData<'path.published.v1'>;
    return { published: [...state.published, path] };
  },
  decide: publish,
};

/** The stream a path is published on. */
export const lawPathStream = (path: Pick<LawPath, 'jurisdiction' | 'instrument'>): `law-paths/${string}` =>
  `law-paths/${path.jurisdiction}.${path.instrument}`;
