import { describeOverCluster } from '../harness/cluster/describe-over-cluster.js';

await describeOverCluster(() => import('../scenarios/time-alone.e2e.spec.js'));
