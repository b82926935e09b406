import { Environment } from './environment';

/** Where a change is first seen running: small, and set up without anybody preparing a secret. */
export const dev: Environment = {
  name: 'dev',
  registry: 'registry.dev.example.com',
  domain: 'dev.example.com',
  clusterDomain: 'cluster.local',
  kubernetesMinor: 'v1.28',
  storageClass: {
    name: 'ssd',
    provisioner: 'ebs.csi.aws.com',
    parameters: { type: 'gp3', encrypted: 'true' },
    reclaimPolicy: 'Delete',
  },
  secretStore: { kind: 'generated', namespace: 'generated-secrets' },
  ingress: {
    className: 'nginx',
    controller: { namespace: 'ingress-nginx', labels: { 'app.kubernetes.io/name': 'ingress-nginx' } },
    tlsIssuer: 'letsencrypt-staging',
  },
  dns: { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
  readers: ['platform-developers', 'platform-operators'],
  nodes: { count: 3, cpu: '4', memory: '16Gi' },
};
