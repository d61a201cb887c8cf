import { describeOverCluster } from '../harness/cluster/describe-over-cluster.js';

await describeOverCluster(() => import('../scenarios/random-histories.e2e.spec.js'));
