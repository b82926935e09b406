import { SecretKey } from '../pods/env';

/** A user of the brokers, and the authority that their certificate is checked against. */
export interface KafkaLogin {
  readonly userName: string;

  /** Key of a Secret with the password, which has no quotation mark and no backslash: programs put it between two. */
  readonly password: SecretKey;

  /** Key of a Secret with the authority's certificate in PEM. */
  readonly authority: SecretKey;
}
