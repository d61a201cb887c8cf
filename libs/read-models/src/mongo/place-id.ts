/**
 * The id of an event's place: documents of places that are known are asked for by their ids, many at once, instead of by a
 * condition on each.
 */
export const placeId = (epoch: string, stream: string, version: number): string => `${epoch} ${stream}@${version}`;
