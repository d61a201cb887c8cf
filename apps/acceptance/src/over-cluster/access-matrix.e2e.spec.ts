import { describeOverCluster } from '../harness/cluster/describe-over-cluster.js';

await describeOverCluster(() => import('../scenarios/access-matrix.e2e.spec.js'));
