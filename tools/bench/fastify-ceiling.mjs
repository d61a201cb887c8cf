import { fastify } from 'fastify';

/** The first ceiling: an empty route with the same body, and nothing behind it. */
const app = fastify();
const schema = {
  body: { type: 'object', properties: { date: { type: 'string' }, reason: { type: 'string' } }, required: ['date'] },
};
app.post('/api/projects/:id/milestones/:milestone/forecast', { schema }, async () => ({
  id: 'm-1',
  version: 1,
  position: 'projects/P-1@1',
}));
await app.listen({ host: '127.0.0.1', port: 0 });
process.send({ port: app.server.address().port });
process.on('disconnect', () => process.exit(0));
