import { Construct } from 'constructs';
import * as certs from '../../../imports/cert-manager.io';
import { Duration, seconds } from '../../model/duration';
import { objectMeta } from '../objects/object-meta';

/** How long a certificate is valid, and how long before its end the next one is made. */
export interface CertificateLife {
  /** At least 1h. */
  readonly duration: Duration;

  /** At least 5m, shorter than `duration`. */
  readonly renewBefore: Duration;
}

/** Shortest times that cert-manager accepts. */
const SHORTEST_DURATION: Duration = '1h';
const SHORTEST_RENEW_BEFORE: Duration = '5m';

/** A Certificate that cert-manager keeps in a Secret of its own name, with an ECDSA key of 256 bits as PKCS#8. */
export function defineCertificate(
  scope: Construct,
  namespace: string,
  name: string,
  { duration, renewBefore }: CertificateLife,
  spec: Omit<certs.CertificateSpec, 'secretName' | 'duration' | 'renewBefore' | 'issuerRef'> & {
    readonly issuer: string;
    readonly rotationPolicy: certs.CertificateSpecPrivateKeyRotationPolicy;
  },
): certs.Certificate {
  const { issuer, rotationPolicy, ...rest } = spec;
  return new certs.Certificate(scope, 'Certificate', {
    metadata: objectMeta(namespace, name),
    spec: {
      secretName: name,
      issuerRef: { group: 'cert-manager.io', kind: 'Issuer', name: issuer },
      duration: goDuration(duration),
      renewBefore: goDuration(renewBefore),
      privateKey: {
        algorithm: certs.CertificateSpecPrivateKeyAlgorithm.ECDSA,
        encoding: certs.CertificateSpecPrivateKeyEncoding.PKCS8,
        size: 256,
        rotationPolicy,
      },
      ...rest,
    },
  });
}

/** What is wrong with the life of a certificate. */
export function findLifeProblems({ duration, renewBefore }: CertificateLife): string[] {
  const problems: string[] = [];
  if (seconds(duration) < seconds(SHORTEST_DURATION)) {
    problems.push(`duration must be at least ${SHORTEST_DURATION}, got ${duration}`);
  }
  if (seconds(renewBefore) < seconds(SHORTEST_RENEW_BEFORE) || seconds(renewBefore) >= seconds(duration)) {
    const rule = `must be at least ${SHORTEST_RENEW_BEFORE} and shorter than duration ${duration}`;
    problems.push(`renewBefore ${rule}, got ${renewBefore}`);
  }
  return problems;
}

/** A duration as cert-manager writes it back, so that a stored object equals the rendered one: `2160h0m0s`. */
export function goDuration(duration: Duration): string {
  const total = seconds(duration);
  const parts = [Math.floor(total / 3600), Math.floor((total % 3600) / 60), total % 60];
  const first = parts.findIndex((part) => part > 0);
  return first < 0 ? '0s' : parts.map((part, index) => (index < first ? '' : `${part}${'hms'[index]}`)).join('');
}
