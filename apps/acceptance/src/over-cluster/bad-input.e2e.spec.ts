import { describeOverCluster } from '../harness/cluster/describe-over-cluster.js';

await describeOverCluster(() => import('../scenarios/bad-input.e2e.spec.js'));
