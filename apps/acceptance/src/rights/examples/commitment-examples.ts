import type { Catalogue, Preparing } from '../example.js';
import { evidence, title, type Ground } from '../ground.js';

const at = '/api/commitments/{id}';

type Side = 'government' | 'partner';
/** Which side the one who asks is on, and the other one. */
const sideOf = ({ isPartner }: Ground): Side => (isPartner ? 'partner' : 'government');
const otherSide = (ground: Ground): Side => (ground.isPartner ? 'government' : 'partner');
const speaker = (ground: Ground, side: Side) => (side === 'partner' ? ground.ofPartner : ground.lead);

/** It is owed by the side, to the other one. */
const owedBy = (side: Side): string => (side === 'partner' ? 'partner-to-government' : 'government-to-partner');

const accepted = async (ground: Ground, debtor: Side): Promise<string> => {
  const offering = otherSide(ground);
  const id = await ground.commitment(offering, owedBy(debtor));
  const path = `/api/commitments/${id}/accept`;
  await speaker(ground, offering === 'partner' ? 'government' : 'partner').accept(path, { on: '2026-03-02' });
  return id;
};

const onCommitment =
  (body: object, prepare: (ground: Ground) => Promise<string>, named: object = {}): Preparing =>
  async (ground) => {
    await ground.initiative();
    const id = await prepare(ground);
    await ground.close();
    return { path: { id, ...named }, body };
  };

const offered = (by: (ground: Ground) => Side) => (ground: Ground) =>
  ground.commitment(by(ground), 'partner-to-government');

/** Owed to the side of who asks, and reported by the other one. */
const reported = async (ground: Ground): Promise<string> => {
  const debtor = otherSide(ground);
  const id = await accepted(ground, debtor);
  await speaker(ground, debtor).accept(`/api/commitments/${id}/report`, { on: '2026-03-08', evidence });
  return id;
};

const proposal = { to: '2026-05-01', reason: 'the feast' };
const proposed = async (ground: Ground): Promise<string> => {
  const id = await accepted(ground, sideOf(ground));
  await speaker(ground, otherSide(ground)).accept(`/api/commitments/${id}/due-changes`, { id: 'd', ...proposal });
  return id;
};

/** Commitments between a partner and government: each step by the side it belongs to. */
export const commitmentExamples: Catalogue = {
  'POST /api/partners/{id}/commitments': async (ground) => {
    await ground.initiative();
    if (ground.isPartner) await ground.commitment('government', 'partner-to-government');
    await ground.close();
    const initiative = `${ground.kind}/${ground.id}`;
    const offer = { id: ground.fresh(), direction: 'partner-to-government', title, initiative, dueOn: '2026-05-03' };
    return { path: { id: ground.partner }, body: offer };
  },
  [`POST ${at}/accept`]: onCommitment({}, offered(otherSide)),
  [`POST ${at}/decline`]: onCommitment({ reason: 'cannot' }, offered(otherSide)),
  [`POST ${at}/withdraw`]: onCommitment({ reason: 'changed' }, offered(sideOf)),
  [`POST ${at}/report`]: onCommitment({ evidence }, (ground) => accepted(ground, sideOf(ground))),
  [`POST ${at}/confirm`]: onCommitment({}, reported),
  [`POST ${at}/return`]: onCommitment({ reason: 'no power' }, reported),
  [`POST ${at}/due-changes`]: onCommitment(proposal, (ground) => accepted(ground, sideOf(ground))),
  [`POST ${at}/due-changes/{change}/agree`]: onCommitment({}, proposed, { change: 'd' }),
  [`POST ${at}/due-changes/{change}/refuse`]: onCommitment({ reason: 'no' }, proposed, { change: 'd' }),
};
