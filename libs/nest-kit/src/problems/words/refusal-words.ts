/** Status and words of one reason to refuse. `detail` is used when all its `{placeholders}` are among the refusal's details, else the title serves. */
export interface RefusalWords {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 412 | 413 | 415 | 422 | 429 | 500 | 503;
  readonly ar: string;
  readonly en: string;
  readonly detail?: { readonly ar: string; readonly en: string };
}
