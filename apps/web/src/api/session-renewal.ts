/**
 * A token lasts a quarter of an hour and is renewed by a cookie that works once. All tabs share that cookie: whoever holds
 * the lock renews, and those who waited find the session renewed (decision 0042: two renewals at once end the session).
 */
const lock = 'masar.renewal';
const place = 'masar.renewed';
/** A renewal of another tab that is younger than this has done our work. */
const freshMilliseconds = 10_000;

/** True when there is a session again. `since` is when the request that was refused went out. */
export const renewSession = async (since: number): Promise<boolean> => {
  const renew = async (): Promise<boolean> => {
    const last = Number(localStorage.getItem(place) ?? 0);
    if (last >= since || Date.now() - last < freshMilliseconds) return true;
    const answer = await fetch('/api/session/refresh', { method: 'POST' });
    if (answer.ok) localStorage.setItem(place, String(Date.now()));
    return answer.ok;
  };
  // Without locks (a page not served over TLS nor from this machine) each tab renews by itself.
  return navigator.locks ? navigator.locks.request(lock, renew) : renew();
};
