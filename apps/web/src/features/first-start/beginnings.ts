interface Reader {
  readonly roles: readonly string[];
  readonly onlyAccount: boolean;
}

/** Which ways into an empty portfolio a reader may go, by the table of rights. */
export const beginningsOf = ({ roles, onlyAccount }: Reader) => ({
  import: ['administrator', 'integrator', 'lead'].some((role) => roles.includes(role)),
  create: roles.includes('lead') || onlyAccount,
  invite: roles.includes('administrator'),
});
