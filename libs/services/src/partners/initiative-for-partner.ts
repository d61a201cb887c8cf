import { localDateOf } from '@masar/calendar';
import {
  BilingualText,
  ContestView,
  DateText,
  Distance,
  Id,
  ledgerSources,
  NoTarget,
  OneOf,
  waitCauses,
  type StreamName,
  type TargetView,
} from '@masar/contracts';
import { deriveTimeline } from '@masar/timeline';
import { Type, type Static } from 'typebox';
import { CommitmentIndex } from '../platform/commitment-index.js';
import type { Surroundings } from '../platform/decider-runner.js';
import { questionFromStore } from '../platform/question-from-store.js';

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);

/** A target by its dates alone: what it comes after, and the ground of one withheld, name what is not there for a partner. */
const targetForPartner = Type.Union([
  Type.Object({ date: DateText, inherited: Type.Optional(Type.Boolean()) }),
  Type.Object({ unresolved: Type.Literal(true), provisional: orNull(DateText) }),
  Type.Object({ absent: NoTarget.properties.absent }),
]);
const datesOf = (target: TargetView): Static<typeof targetForPartner> => {
  if ('date' in target) return target;
  if ('absent' in target) return { absent: target.absent };
  return { unresolved: true, provisional: target.provisional };
};

/**
 * What a partner may see of the initiative a commitment is for (definitions §10): the title meant for it, the dates of the
 * milestone it feeds, the days booked to it with its contests of them. Nothing says what else there is.
 */
export const initiativeForPartner = Type.Object({
  title: Type.Optional(BilingualText),
  milestone: Type.Optional(
    Type.Object({
      id: Id,
      originalTarget: orNull(targetForPartner),
      currentTarget: targetForPartner,
      actual: orNull(DateText),
      slip: orNull(Distance),
    }),
  ),
  booked: Type.Array(
    Type.Object({
      from: DateText,
      to: DateText,
      days: Type.Integer(),
      workingDays: Type.Integer(),
      cause: orNull(OneOf(waitCauses)),
      source: OneOf(ledgerSources),
      contest: orNull(ContestView),
    }),
  ),
});
export type InitiativeForPartner = Static<typeof initiativeForPartner>;

/** As it reads today in the owner's zone, over the store's own events. */
export const forPartner = async (
  around: Surroundings,
  {
    initiative,
    milestone,
    partner,
  }: { readonly initiative: string; readonly milestone?: string; readonly partner: string },
): Promise<InitiativeForPartner> => {
  const { store, directory } = around;
  const known = directory.current();
  const from = { store, commitments: CommitmentIndex.of(around) };
  const question = await questionFromStore(from, initiative as StreamName, known, (owner) =>
    localDateOf(store.now(), known.zoneOf(owner)),
  );
  if (!question) return { booked: [] };
  const { milestones, ledger } = deriveTimeline({ ...question, hideSovereign: true });
  const fed = milestones.find(({ id }) => id === milestone);
  const own = (ledger?.entries ?? []).filter(({ party }) => party === `partner:${partner}`);
  const { partnerTitle } = question.facts;
  return {
    ...(partnerTitle && { title: partnerTitle }),
    ...(fed && {
      milestone: {
        id: fed.id,
        originalTarget: fed.originalTarget && datesOf(fed.originalTarget),
        currentTarget: datesOf(fed.currentTarget),
        actual: fed.actual,
        slip: fed.slip,
      },
    }),
    booked: own.map(({ party, from: since, to, days, workingDays, cause, source, contest }) => ({
      from: since,
      to,
      days,
      workingDays,
      cause,
      source,
      // Days that another party contested and a ruling gave to this one: who contested them is not there for a partner.
      contest: contest?.by === party ? contest : null,
    })),
  };
};
