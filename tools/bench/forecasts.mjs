/** The next forecast of a milestone: each request on another initiative, so that streams are touched evenly. */
export const forecasts = (initiatives) => {
  let n = 0;
  return () => {
    n += 1;
    const path = `/api/projects/P-${n % initiatives}/milestones/m-${1 + (Math.floor(n / initiatives) % 10)}/forecast`;
    return { path, body: { date: `2027-0${1 + (n % 9)}-15`, reason: 'تحديث من فريق العمل' } };
  };
};
