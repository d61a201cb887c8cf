/*
 * Run by mongosh (docker/compose.yaml, `mongo-ready`): makes the three servers one replica set and the user of the services,
 * where that has not been done; every later start finds it done.
 */
const { readFileSync } = require('node:fs');

const hosts = ['mongo-1:27017', 'mongo-2:27017', 'mongo-3:27017'];
const secret = (name) => readFileSync(`/run/mongo/${name}`, 'utf8').trim();
const root = `root:${secret('root-password')}`;

const first = new Mongo(`mongodb://${root}@${hosts[0]}/?directConnection=true`).getDB('admin');
try {
  first.adminCommand({ replSetGetStatus: 1 });
} catch (fault) {
  if (fault.codeName !== 'NotYetInitialized') throw fault;
  first.adminCommand({ replSetInitiate: { _id: 'masar', members: hosts.map((host, _id) => ({ _id, host })) } });
}

const whole = `mongodb://${root}@${hosts}/?replicaSet=masar&serverSelectionTimeoutMS=90000`;
const admin = new Mongo(whole).getDB('admin');
if (admin.getUser('masar') === null) {
  const roles = ['masar', 'masar_views'].map((db) => ({ role: 'readWrite', db }));
  admin.createUser({ user: 'masar', pwd: secret('masar-password'), roles }, { w: 'majority' });
}
print('the replica set is there');
