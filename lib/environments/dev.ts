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
    kind: 'nginx',
    className: 'nginx',
    controller: { namespace: 'ingress-nginx', labels: { 'app.kubernetes.io/name': 'ingress-nginx' } },
    issuer: {
      name: 'letsencrypt-staging',
      server: 'https://acme-staging-v02.api.letsencrypt.org/directory',
      email: 'platform-operators@example.com',
    },
    waf: { mode: 'On' },
    rateLimit: { rps: 20, burstMultiplier: 5 },
  },
  dns: { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
  readers: ['platform-developers', 'platform-operators'],
  nodes: {
    count: 4,
    cpu: '4',
    memory: '16Gi',
    reserved: { cpu: '250m', memory: '1536Mi' },
    pods: 58,
    zones: 1,
    cidrs: ['10.10.0.0/16'],
  },
  apiServer: { cidrs: ['10.10.0.0/16'], port: 443 },
  monitoring: { kind: 'bundled' },
  mesh: { kind: 'none' },
  objectStorage: {
    host: 's3.eu-central-1.amazonaws.com',
    port: 443,
    region: 'eu-central-1',
    bucket: 'platform-backups-dev',
    cidrs: ['3.5.134.0/23', '52.219.0.0/16'],
    hasKeys: false, // what is here can be made again
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
