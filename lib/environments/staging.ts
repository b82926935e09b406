import { Environment } from './environment';

/** Production's shape at a smaller scale: where a release proves itself. */
export const staging: Environment = {
  name: 'staging',
  registry: 'registry.example.com',
  domain: 'staging.example.com',
  clusterDomain: 'cluster.local',
  kubernetesMinor: 'v1.28',
  storageClass: {
    name: 'ssd',
    provisioner: 'ebs.csi.aws.com',
    parameters: { type: 'gp3', encrypted: 'true' },
    reclaimPolicy: 'Retain',
  },
  secretStore: {
    kind: 'aws',
    region: 'eu-central-1',
    prefix: 'staging/',
    serviceAccount: { namespace: 'external-secrets', name: 'external-secrets' },
  },
  ingress: {
    className: 'nginx',
    controller: { namespace: 'ingress-nginx', labels: { 'app.kubernetes.io/name': 'ingress-nginx' } },
    tlsIssuer: 'letsencrypt',
  },
  dns: { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
  readers: ['platform-developers', 'platform-operators'],
  nodes: { count: 4, cpu: '4', memory: '16Gi' },
};
