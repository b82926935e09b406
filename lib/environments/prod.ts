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
    kind: 'nginx',
    className: 'nginx',
    controller: { namespace: 'ingress-nginx', labels: { 'app.kubernetes.io/name': 'ingress-nginx' } },
    issuer: {
      name: 'letsencrypt',
      server: 'https://acme-v02.api.letsencrypt.org/directory',
      email: 'platform-operators@example.com',
    },
    waf: { mode: 'On' },
    rateLimit: { rps: 100, burstMultiplier: 5 },
  },
  dns: { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
  readers: ['platform-operators'],
  nodes: {
    count: 30,
    cpu: '4',
    memory: '16Gi',
    reserved: { cpu: '250m', memory: '1536Mi' },
    pods: 58,
    zones: 3,
    cidrs: ['10.30.0.0/16'],
  },
  apiServer: { cidrs: ['10.30.0.0/16'], port: 443 },
  monitoring: { kind: 'bundled' },
  mesh: { kind: 'none' },
  objectStorage: {
    host: 's3.eu-central-1.amazonaws.com',
    port: 443,
    region: 'eu-central-1',
    bucket: 'platform-backups-prod',
    cidrs: ['3.5.134.0/23', '52.219.0.0/16'],
    hasKeys: true,
  },
  delivery: {
    namespace: 'argocd',
    repository: 'https://git.example.com/platform/platform-manifests.git',
    revision: 'main',
    server: 'https://kubernetes.default.svc',
    automated: true,
    retry: { limit: 10, after: '10s', factor: 2, most: '300s' },
  },
};
