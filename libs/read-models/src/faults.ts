/** Never declared here, or dropped since. */
export class UnknownCollection extends Error {
  readonly code = 'read-models/unknown-collection';
  constructor(readonly collection: string) {
    super(`no collection ${collection}`);
    this.name = 'UnknownCollection';
  }
}

/** A query or a document names a field that its collection does not declare. A programming fault. */
export class UndeclaredField extends Error {
  readonly code = 'read-models/undeclared-field';
  constructor(
    collection: string,
    readonly field: string,
  ) {
    super(`${collection} declares no field ${field}`);
    this.name = 'UndeclaredField';
  }
}

/** The disk did not take or give it. Nothing is half done; a consumer pauses and tries again. */
export class ReadModelsUnavailable extends Error {
  readonly code = 'storage/unavailable';
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ReadModelsUnavailable';
  }
}
