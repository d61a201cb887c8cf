import { Skeleton } from '../../ui/skeleton.js';
import { useCommitment } from '../partner/asked.js';
import { CommitmentCard } from '../partner/commitment-card.js';
import type { Standing } from '../partner/standing.js';

/** A commitment that waits, whole: its clock, its steps and what is to be done with it. */
export const CommitmentPane = ({ id, standing }: { readonly id: string; readonly standing: Standing }) => {
  const { data } = useCommitment(id);
  return data === undefined ? <Skeleton rows={3} /> : <CommitmentCard of={data} whole={data} standing={standing} />;
};
