/** What every topic of ours must say of itself. */
export const requiredSettings: Readonly<Record<string, string>> = {
  'cleanup.policy': 'delete',
  'retention.ms': '-1',
  'retention.bytes': '-1',
};
/** A commit lies in one batch; the largest request body with its envelope fits many times over. */
export const leastMessageBytes = 8 * 1024 * 1024;

/** A topic as the broker describes it. */
export interface FoundTopic {
  readonly topic: string;
  readonly partitions: number;
  /** Of the partition that has the fewest. */
  readonly copies: number;
  readonly settings: Readonly<Record<string, string>>;
}

/** What a topic is to be like. */
export interface WantedTopic {
  readonly partitions: number;
  readonly copies: number;
}

/** Of three copies two hold a record before it is acknowledged: one broker may be lost, or rest, at a time. */
export const leastInStep = (copies: number): number => Math.max(1, copies - 1);

/** What is wrong with a topic, in words. Pure. */
export const topicFaults = ({ topic, partitions, copies, settings }: FoundTopic, wanted: WantedTopic): string[] => {
  const faults: string[] = [];
  if (partitions !== wanted.partitions)
    faults.push(`${topic} has ${partitions} partitions and was to have ${wanted.partitions}, for life`);
  // Made while the other brokers were not there yet, it would keep what is acknowledged in one place only.
  if (copies < wanted.copies)
    faults.push(
      `${topic} has too few copies: ${copies}, and must have ${wanted.copies}, or the URL says replication=${copies}`,
    );
  const inStep = Number(settings['min.insync.replicas'] ?? 0);
  if (inStep < leastInStep(wanted.copies))
    faults.push(`${topic}: min.insync.replicas is ${inStep} and must be ${leastInStep(wanted.copies)} or more`);
  for (const [name, wanted] of Object.entries(requiredSettings))
    if (settings[name] !== wanted)
      faults.push(`${topic}: ${name} is ${settings[name] ?? 'unknown'} and must be ${wanted}`);
  if (Number(settings['max.message.bytes'] ?? 0) < leastMessageBytes)
    faults.push(
      `${topic}: max.message.bytes is ${settings['max.message.bytes']} and must be ${leastMessageBytes} or more`,
    );
  return faults;
};
