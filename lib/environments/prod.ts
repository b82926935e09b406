import { Environment } from './environment';

/** Where the warehouses work. */
export const prod: Environment = {
  name: 'prod',
  registry: 'registry.example.com',
  domain: 'example.com',
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
    prefix: 'prod/',
    serviceAccount: { namespace: 'external-secrets', name: 'external-secrets' },
  },
  ingress: {
    className: 'nginx',
    controller: { namespace: 'ingress-nginx', labels: { 'app.kubernetes.io/name': 'ingress-nginx' } },
    tlsIssuer: 'letsencrypt',
  },
  dns: { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
  readers: ['platform-operators'],
  nodes: { count: 8, cpu: '4', memory: '16Gi' },
};
