import { lookup as resolve, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Networks inside the house that an operator let webhooks into; everything else inside is out of reach. */
export type AllowedNetworks = readonly (readonly [address: ipaddr.IPv4 | ipaddr.IPv6, bits: number])[];

/** `10.1.0.0/16,127.0.0.1/32`; throws for what is no network. */
export const networksOf = (text: string): AllowedNetworks =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => ipaddr.parseCIDR(one));

/** How an address may be called. */
export type Reach = 'public' | 'named' | 'none';

/** An address as a network sees it: one of the older kind written in the newer is the older one. */
export const reachOfAddress = (address: string, networks: AllowedNetworks): Reach => {
  if (!ipaddr.isValid(address)) return 'none';
  const parsed = ipaddr.process(address);
  const isNamed = networks.some(([network, bits]) => network.kind() === parsed.kind() && parsed.match(network, bits));
  if (isNamed) return 'named';
  return parsed.range() === 'unicast' ? 'public' : 'none';
};

/** Events are not sent there: it is no address of the outside world, nor one the operator has named. */
export class AddressRefused extends Error {
  readonly code = 'webhook/address';
  constructor(readonly host: string) {
    super(`${host} is not to be called`);
    this.name = 'AddressRefused';
  }
}

/** Plain http is for networks that were named; outside everything is encrypted. */
const isCallable = (reach: Reach, isPlain: boolean): boolean => reach === 'named' || (reach === 'public' && !isPlain);

/** What an address may be, before anybody is asked where it leads. */
export const requireCallable = (url: string, networks: AllowedNetworks): URL => {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const isPlain = parsed?.protocol === 'http:';
  if (!parsed || !(isPlain || parsed.protocol === 'https:')) throw new AddressRefused(url);
  if (parsed.username || parsed.password || parsed.hash) throw new AddressRefused(parsed.hostname);
  const host = parsed.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !isCallable(reachOfAddress(host, networks), isPlain)) throw new AddressRefused(host);
  if (isPlain && networks.length === 0) throw new AddressRefused(host);
  return parsed;
};

type Resolve = (
  host: string,
  options: { readonly all: true },
  answer: (fault: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void;

/**
 * Looks a name up for the very connection that is then made: what was checked is what is called, so that a name which leads
 * somewhere else the next moment leads nowhere. One address that is not to be called refuses them all.
 */
export const checkedLookup =
  (networks: AllowedNetworks, isPlain: boolean, ask: Resolve = resolve): LookupFunction =>
  (host, options, answer) =>
    ask(host, { all: true }, (fault, found) => {
      if (fault) return answer(fault, '', 0);
      const isGood = ({ address }: LookupAddress) => isCallable(reachOfAddress(address, networks), isPlain);
      if (found.length === 0 || !found.every(isGood)) return answer(new AddressRefused(host), '', 0);
      if (options.all) return answer(null, found);
      return answer(null, found[0]!.address, found[0]!.family);
    });
