import { Construct } from 'constructs';
import * as certs from '../../../imports/cert-manager.io';
import { seconds } from '../../model/duration';
import { CertificateLife, defineCertificate, findLifeProblems } from './certificate';
import { CertificateAuthority } from './certificate-authority';
import { SecretKey } from '../pods/env';

/** Properties for `ServingCertificate`. */
export interface ServingCertificateProps extends CertificateLife {
  /** Who signs; the certificate is of the same namespace. */
  readonly authority: CertificateAuthority;

  /** Names under which clients reach the server: `search.data.svc`. A first label may be `*`. */
  readonly dnsNames: readonly string[];
}

/** Keys of the Secret of a certificate. */
export const CERTIFICATE_KEYS = { certificate: 'tls.crt', privateKey: 'tls.key', authority: 'ca.crt' } as const;

/**
 * A certificate by which servers prove their names, to clients and to each other. Its id is the name of its Secret.
 *
 * Each renewal has a new key. Servers that do not read it again by themselves have to be restarted.
 */
export class ServingCertificate extends Construct {
  public readonly dnsNames: readonly string[];

  constructor(scope: Construct, id: string, props: ServingCertificateProps) {
    super(scope, id);
    this.node.addValidation({ validate: () => findProblems(props) });
    const { authority, dnsNames } = props;
    this.dnsNames = dnsNames;
    defineCertificate(this, authority.namespace, id, props, {
      issuer: authority.issuer,
      rotationPolicy: certs.CertificateSpecPrivateKeyRotationPolicy.ALWAYS,
      dnsNames: [...dnsNames],
      usages: [
        certs.CertificateSpecUsages.DIGITAL_SIGNATURE,
        certs.CertificateSpecUsages.SERVER_AUTH,
        certs.CertificateSpecUsages.CLIENT_AUTH,
      ],
    });
    this.node.addDependency(authority);
  }

  /** Name of the Secret with the files of `CERTIFICATE_KEYS`. */
  public get secretName(): string {
    return this.node.id;
  }

  /** The authority's certificate, for clients in the same namespace. */
  public get authorityCertificate(): SecretKey {
    return { secret: this.secretName, key: CERTIFICATE_KEYS.authority };
  }
}

function findProblems(props: ServingCertificateProps): string[] {
  const { authority, dnsNames, duration } = props;
  const problems = findLifeProblems(props);
  if (dnsNames.length === 0) problems.push('dnsNames must hold the names that clients use, got none');
  if (seconds(duration) > seconds(authority.longestDuration)) {
    const rule = `must be at most the authority's renewBefore ${authority.longestDuration}, or it would outlive it`;
    problems.push(`duration ${rule}, got ${duration}`);
  }
  return problems;
}
