import { Testing } from 'cdk8s';
import { CertificateAuthority } from '../../../lib/constructs/certificates/certificate-authority';
import { ServingCertificate, ServingCertificateProps } from '../../../lib/constructs/certificates/serving-certificate';
import { objectsOf } from '../support';

type Overrides = Partial<Omit<ServingCertificateProps, 'authority'>>;

const required: Required<Omit<ServingCertificateProps, 'authority'>> = {
  dnsNames: ['search.data.svc', '*.search-headless.data.svc'],
  duration: '90d',
  renewBefore: '30d',
};

function define(overrides: Overrides = {}) {
  const chart = Testing.chart();
  const authority = new CertificateAuthority(chart, 'data-ca', {
    namespace: 'data',
    duration: '3650d',
    renewBefore: '365d',
  });
  const certificate = new ServingCertificate(chart, 'search-tls', { authority, ...required, ...overrides });
  return { authority, certificate, find: () => objectsOf(chart)('Certificate', 'search-tls') };
}

test('serves and proves itself as a client, with a key that Java reads', () => {
  expect(define().find()).toMatchObject({
    metadata: { name: 'search-tls', namespace: 'data' },
    spec: {
      dnsNames: ['search.data.svc', '*.search-headless.data.svc'],
      secretName: 'search-tls',
      issuerRef: { group: 'cert-manager.io', kind: 'Issuer', name: 'data-ca' },
      duration: '2160h0m0s',
      renewBefore: '720h0m0s',
      privateKey: { algorithm: 'ECDSA', encoding: 'PKCS8', rotationPolicy: 'Always', size: 256 },
      usages: ['digital signature', 'server auth', 'client auth'],
    },
  });
});

test('is made after its authority, and tells clients where to find that', () => {
  const { authority, certificate } = define();
  expect(certificate.node.dependencies).toEqual([authority]);
  expect(certificate.authorityCertificate).toEqual({ secret: 'search-tls', key: 'ca.crt' });
});

test.each<[Overrides, string]>([
  [{ dnsNames: [] }, 'dnsNames must hold the names that clients use, got none'],
  [{ duration: '366d' }, "duration must be at most the authority's renewBefore 365d, or it would outlive it, got 366d"],
  [{ renewBefore: '90d' }, 'renewBefore must be at least 5m and shorter than duration 90d, got 90d'],
])('fails for %j', (overrides, problem) => {
  expect(() => define(overrides).find()).toThrow(`[test/search-tls] ${problem}`);
});
