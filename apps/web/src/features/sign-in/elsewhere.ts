const longest = 500;

/** Where signing in by the provider begins; it comes back to the page that was open, so that nothing is looked for again. */
export const beginElsewhere = ({
  pathname,
  search,
}: {
  readonly pathname: string;
  readonly search: string;
}): string => {
  const params = new URLSearchParams(search);
  params.delete('refused');
  const rest = params.toString();
  const to = rest === '' ? pathname : `${pathname}?${rest}`;
  const isKept = to.startsWith('/') && !/^\/[/\\]/.test(to) && to.length <= longest;
  return `/api/session/oidc?to=${encodeURIComponent(isKept ? to : '/')}`;
};

/** What the door says to somebody who came back refused; undefined for who did not. A code it does not know is not repeated. */
export const refusedBecause = (
  search: string,
  { refused, refusedUnknown }: { readonly refused: Readonly<Record<string, string>>; readonly refusedUnknown: string },
): string | undefined => {
  const code = new URLSearchParams(search).get('refused');
  if (code === null) return undefined;
  return Object.hasOwn(refused, code) ? refused[code] : refusedUnknown;
};
