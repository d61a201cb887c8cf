/**
 * Registers initiatives with ten milestones each, by batches over HTTP, and answers when reporting has seen all of them.
 * `milestones` counts the whole portfolio; names are `P-<n>` and `m-<1..10>`.
 */
export const seedPortfolio = async (masar, milestones, from = 0) => {
  const initiatives = milestones / 10;
  if (from === 0)
    await masar.post('/api/entities', {
      id: 'works',
      name: { ar: 'وزارة الأشغال', en: 'Ministry of Works' },
      jurisdiction: 'EG',
    });
  const commands = [];
  for (let n = from; n < initiatives; n += 1) {
    commands.push({
      path: '/api/projects',
      body: { id: `P-${n}`, title: { ar: `ملف ${n}`, en: `Initiative ${n}` }, owner: 'works', startedOn: '2026-01-04' },
    });
    for (let m = 1; m <= 10; m += 1) {
      const day = String(1 + ((n + m) % 28)).padStart(2, '0');
      commands.push({
        path: `/api/projects/P-${n}/milestones`,
        body: {
          id: `m-${m}`,
          title: { ar: `محطة ${m}`, en: `Milestone ${m}` },
          target: `2027-${String(m).padStart(2, '0')}-${day}`,
          key: m === 10,
        },
      });
    }
  }
  for (let at = 0; at < commands.length; at += 200) {
    const page = commands
      .slice(at, at + 200)
      .map((command, index) => ({ ...command, key: `seed-${from}-${at + index}` }));
    await masar.post('/api/batch', { commands: page });
  }
  const last = initiatives - 1;
  await masar.get(`/api/timelines/projects/P-${last}?atLeast=projects/P-${last}@11&waitMs=30000`);
  return initiatives;
};
