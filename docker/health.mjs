/** Ends with 0 when the process of this container may be given work. */
const answer = await fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).catch(() => undefined);
process.exit(answer?.ok ? 0 : 1);
