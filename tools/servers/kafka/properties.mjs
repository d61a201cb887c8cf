const listener = (name, port) => `${name}://127.0.0.1:${port}`;

/** The users of the SASL_SSL listener, for PLAIN; those of SCRAM are written when the storage is formatted. */
const plainUsers = (users) =>
  Object.entries(users)
    .map(([user, password]) => `user_${user}="${password}"`)
    .join(' ');

/** TLS with SASL beside the open listener: one PEM file with key and certificate, users by name and password. */
const secureLines = ({ keyStore, users }) => [
  'sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-256,SCRAM-SHA-512',
  'listener.name.sasl_ssl.ssl.keystore.type=PEM',
  `listener.name.sasl_ssl.ssl.keystore.location=${keyStore}`,
  `listener.name.sasl_ssl.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required ${plainUsers(users)};`,
  ...['256', '512'].map(
    (bits) =>
      `listener.name.sasl_ssl.scram-sha-${bits}.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;`,
  ),
];

/**
 * `server.properties` of one broker that is its own controller, on 127.0.0.1: small, and without what a test would wait
 * for. Topics are made by whoever asserts them, never by writing to them.
 */
export const brokerProperties = ({ data, port, controllerPort, secure }) => {
  const listeners = [listener('PLAINTEXT', port), ...(secure ? [listener('SASL_SSL', secure.port)] : [])];
  return [
    'process.roles=broker,controller',
    'node.id=1',
    `controller.quorum.voters=1@127.0.0.1:${controllerPort}`,
    `listeners=${[...listeners, listener('CONTROLLER', controllerPort)].join(',')}`,
    `advertised.listeners=${listeners.join(',')}`,
    'listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SASL_SSL:SASL_SSL',
    'controller.listener.names=CONTROLLER',
    'inter.broker.listener.name=PLAINTEXT',
    `log.dirs=${data}`,
    'auto.create.topics.enable=false',
    'offsets.topic.replication.factor=1',
    'offsets.topic.num.partitions=1',
    'transaction.state.log.replication.factor=1',
    'transaction.state.log.min.isr=1',
    'transaction.state.log.num.partitions=1',
    'share.coordinator.state.topic.replication.factor=1',
    'share.coordinator.state.topic.min.isr=1',
    'group.initial.rebalance.delay.ms=0',
    'num.network.threads=2',
    'num.io.threads=4',
    'log.cleaner.dedupe.buffer.size=4194304',
    'log.segment.bytes=67108864',
    ...(secure ? secureLines(secure) : []),
    '',
  ].join('\n');
};
