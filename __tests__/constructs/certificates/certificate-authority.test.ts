import { Testing } from 'cdk8s';
import {
  CertificateAuthority,
  CertificateAuthorityProps,
} from '../../../lib/constructs/certificates/certificate-authority';
import { SyncWaves } from '../../../lib/gitops/sync-waves';
import { objectsOf } from '../support';

const required: Required<CertificateAuthorityProps> = { namespace: 'data', duration: '3650d', renewBefore: '365d' };

function define(overrides: Partial<CertificateAuthorityProps> = {}) {
  const chart = Testing.chart();
  const authority = new CertificateAuthority(chart, 'data-ca', { ...required, ...overrides });
  return { authority, find: objectsOf.bind(undefined, chart) };
}

test('the authority signs its own certificate and keeps its key', () => {
  const find = define().find();
  expect(find('Issuer', 'data-ca-root').spec).toEqual({ selfSigned: {} });
  expect(find('Certificate', 'data-ca').spec).toEqual({
    isCA: true,
    commonName: 'data-ca',
    secretName: 'data-ca',
    issuerRef: { group: 'cert-manager.io', kind: 'Issuer', name: 'data-ca-root' },
    duration: '87600h0m0s',
    renewBefore: '8760h0m0s',
    privateKey: { algorithm: 'ECDSA', encoding: 'PKCS8', rotationPolicy: 'Never', size: 256 },
    usages: ['digital signature', 'cert sign', 'crl sign'],
  });
});

test('the issuer signs with the certificate of the authority', () => {
  const { authority, find } = define();
  expect(find()('Issuer', authority.issuer).spec).toEqual({ ca: { secretName: 'data-ca' } });
});

test('each of the three is applied after the one it needs', () => {
  const { authority } = define();
  const waves = new SyncWaves();
  const waveOf = (id: string) => waves.waveOf(authority.node.findChild(id));
  expect(['Root', 'Certificate', 'Issuer'].map(waveOf)).toEqual([0, 1, 2]);
});

test.each([
  [{ duration: '59m', renewBefore: '5m' }, 'duration must be at least 1h, got 59m'],
  [{ renewBefore: '299s' }, 'renewBefore must be at least 5m and shorter than duration 3650d, got 299s'],
  [{ renewBefore: '3650d' }, 'renewBefore must be at least 5m and shorter than duration 3650d, got 3650d'],
] as const)('fails for %j', (overrides, problem) => {
  expect(() => define(overrides).find()).toThrow(`[test/data-ca] ${problem}`);
});
