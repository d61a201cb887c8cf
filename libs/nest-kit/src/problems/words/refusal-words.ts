export interface Sentence {
  readonly ar: string;
  readonly en: string;
}

/** Status and words of one reason to refuse. Of the sentences of `detail` the first serves whose `{placeholders}` are all among the refusal's details, else the title. */
export interface RefusalWords {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 412 | 413 | 415 | 422 | 429 | 500 | 503;
  readonly ar: string;
  readonly en: string;
  readonly detail?: Sentence | readonly Sentence[];
}
