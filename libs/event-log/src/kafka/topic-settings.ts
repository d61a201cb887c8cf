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
  readonly settings: Readonly<Record<string, string>>;
}

/** What is wrong with a topic, in words. Pure. */
export const topicFaults = ({ topic, partitions, settings }: FoundTopic, expected: number): string[] => {
  const faults: string[] = [];
  if (partitions !== expected)
    faults.push(`${topic} has ${partitions} partitions and was to have ${expected}, for life`);
  for (const [name, wanted] of Object.entries(requiredSettings))
    if (settings[name] !== wanted)
      faults.push(`${topic}: ${name} is ${settings[name] ?? 'unknown'} and must be ${wanted}`);
  if (Number(settings['max.message.bytes'] ?? 0) < leastMessageBytes)
    faults.push(
      `${topic}: max.message.bytes is ${settings['max.message.bytes']} and must be ${leastMessageBytes} or more`,
    );
  return faults;
};
