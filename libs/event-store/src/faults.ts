import type { EventFault, Position } from '@masar/contracts';

/** The disk did not take it: full, away or broken. Nothing is half done; later appends may work again. 503 at the edge. */
export class StorageUnavailable extends Error {
  readonly code = 'storage/unavailable';
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StorageUnavailable';
  }
}

/** A decider stated a fact that the catalogue does not allow, or data that has no JSON text. Nothing was written. */
export class InvalidEvent extends Error {
  readonly code = 'event/invalid';
  constructor(
    readonly type: string,
    readonly faults: readonly EventFault[],
  ) {
    super(`${type}: ${faults.map((fault) => `${fault.path || '/'} ${fault.message}`).join('; ')}`);
    this.name = 'InvalidEvent';
  }
}

/** Why a stored event cannot be believed. */
export type Breakage = 'not-json' | 'hash-mismatch' | 'wrong-place' | 'missing';

/** A stored event was changed behind the store's back. */
export class BrokenEvent extends Error {
  readonly code = 'event/broken';
  constructor(
    readonly position: Position,
    readonly breakage: Breakage,
  ) {
    super(`${position} is broken in the store: ${breakage}`);
    this.name = 'BrokenEvent';
  }
}

/** Another process works on this data folder. */
export class FolderInUse extends Error {
  readonly code = 'folder/in-use';
  constructor(
    readonly folder: string,
    holder?: number,
  ) {
    super(
      `${folder} is in use by another Masar${holder === undefined ? '' : ` (process ${holder})`}: ` +
        'stop it first, or give the command with --url to the one that runs',
    );
    this.name = 'FolderInUse';
  }
}

/** A store that a migration or a restore began to fill and has not finished: half of a history is nobody's truth. */
export class UnfinishedStore extends Error {
  readonly code = 'store/unfinished';
  constructor(store: string, since?: string) {
    const begun = since === undefined ? '' : ` since ${since}`;
    super(`${store} is being filled from another store${begun} and is not finished: give that command again`);
    this.name = 'UnfinishedStore';
  }
}

/** A URL that this build cannot open. */
export class UnknownAdapter extends Error {
  readonly code = 'adapter/unknown';
  constructor(url: string, known: readonly string[], elsewhere: readonly string[] = []) {
    const scheme = url.split(':')[0] ?? url;
    super(
      elsewhere.includes(scheme)
        ? `${scheme}: is not in this build; use ${known.join(' or ')}`
        : `no adapter for ${scheme}: use ${known.join(' or ')}`,
    );
    this.name = 'UnknownAdapter';
  }
}
