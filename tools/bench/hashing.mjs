import { adminPassword, startMasar } from './masar-process.mjs';
import { now, quantile } from './process-figures.mjs';

/** Sign-ins that are under way all the while: on two cores the second leaves none to whoever reads. */
const underWay = [0, 1, 2];

const signIn = (url) =>
  fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: 'admin', password: adminPassword }),
  });

/** One reader asks who he is, again and again, while so many others sign in. */
const reading = async (masar, signIns, seconds) => {
  const end = now() + seconds * 1000;
  let hashed = 0;
  const signingIn = Array.from({ length: signIns }, async () => {
    while (now() < end) {
      const answer = await signIn(masar.url);
      if (!answer.ok) throw new Error(`signing in answered ${answer.status}`);
      hashed += 1;
      // No more than the allowance of one address, which would refuse them unhashed.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  const waits = [];
  while (now() < end) {
    const begun = now();
    await (await masar.get('/api/session')).text();
    waits.push(now() - begun);
  }
  await Promise.all(signingIn);
  waits.sort((a, b) => a - b);
  return {
    'sign-ins under way': signIns,
    'passwords hashed': hashed,
    reads: waits.length,
    'read p50 ms': quantile(waits, 0.5),
    'read p99 ms': quantile(waits, 0.99),
    'longest ms': waits.at(-1),
  };
};

export const benchHashing = async ({ seconds }) => {
  const masar = await startMasar();
  const rows = [];
  await reading(masar, 0, 1);
  for (const signIns of underWay) rows.push(await reading(masar, signIns, seconds));
  await masar.stop();
  masar.remove();
  return [{ title: 'Reads of one client while passwords are hashed', rows }];
};
