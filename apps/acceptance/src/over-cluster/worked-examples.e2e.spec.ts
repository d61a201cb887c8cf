import { describeOverCluster } from '../harness/cluster/describe-over-cluster.js';

await describeOverCluster(() => import('../scenarios/worked-examples.e2e.spec.js'));
