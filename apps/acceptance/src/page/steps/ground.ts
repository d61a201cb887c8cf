import { randomUUID } from 'node:crypto';
import { listOf, type Shown } from '../../harness/shown.js';
import type { PageUnderTest } from '../page-for-specs.js';
import { dayFrom, dayInCairo } from './days.js';

/** `YYYY-MM-DD`, so many days from today by the machine's clock, which is Masar's here. */
export const dayFromToday = (days: number): string => dayFrom(dayInCairo(), days);

/** An initiative of transport with one milestone, for one story alone. */
export interface Ground {
  readonly id: string;
  readonly title: string;
  readonly milestone: string;
  readonly milestoneTitle: string;
}

/** A project of transport with a promised milestone, made by the interface. */
export const givenProject = async (under: PageUnderTest, milestones = 1): Promise<Ground> => {
  const lead = await under.client('lead');
  const mark = randomUUID().slice(0, 8);
  const title = `ملف ${mark}`;
  const body = { title: { ar: title, en: title }, partnerTitle: { ar: title }, owner: 'transport' };
  const { id } = await lead.accept('/api/projects', { ...body, startedOn: dayFromToday(-60) });
  for (let at = 1; at <= milestones; at += 1)
    await lead.accept(`/api/projects/${String(id)}/milestones`, {
      id: `m-${at}`,
      title: { ar: `محطة ${at} ${mark}`, en: `Milestone ${at} ${mark}` },
      target: dayFromToday(20 + at),
    });
  return { id: String(id), title, milestone: 'm-1', milestoneTitle: mark };
};

export interface Owed extends Ground {
  readonly commitment: string;
}

/** A commitment the partner owes for a milestone, accepted a month ago. */
export const owedByPartner = async (under: PageUnderTest): Promise<Owed> => {
  const ground = await givenProject(under);
  const lead = await under.client('lead');
  const { id } = await lead.accept('/api/partners/port-systems/commitments', {
    direction: 'partner-to-government',
    title: { ar: `تسليم ${ground.milestoneTitle}`, en: `Delivery ${ground.milestoneTitle}` },
    initiative: `projects/${ground.id}`,
    milestone: ground.milestone,
    dueOn: dayFromToday(15),
    on: dayFromToday(-32),
  });
  const partner = await under.client('partner');
  await partner.accept(`/api/commitments/${String(id)}/accept`, { on: dayFromToday(-30) });
  return { ...ground, commitment: String(id) };
};

/** Days of an initiative that are booked to the partner by a wait. */
export const bookedToPartner = async (under: PageUnderTest, { id, milestone }: Ground): Promise<void> => {
  const wait = { party: 'partner:port-systems', reason: 'documents-missing', milestone };
  await (await under.client('lead')).accept(`/api/projects/${id}/waits`, { ...wait, since: dayFromToday(-9) });
};

/** The partner says that those days are not its own: a reviewer decides. */
export const contestedByPartner = async (under: PageUnderTest, { id }: Ground): Promise<void> => {
  const days = { from: dayFromToday(-9), to: dayFromToday(-4), reason: 'سلّمنا المستندات في أول يوم' };
  await (
    await under.client('partner')
  ).accept(`/api/projects/${id}/contests`, { party: 'partner:port-systems', ...days });
};

/** What the trail of an initiative or a commitment says of one type of event. */
export const eventsOf = async (under: PageUnderTest, address: string, type: string): Promise<readonly Shown[]> => {
  const lead = await under.client('lead');
  return listOf((await lead.json(`${address}/events?limit=500`))['items']).filter(
    (one) => String(one['type']) === type,
  );
};
