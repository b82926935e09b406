import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
export class Password extends ApiObject {
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'generators.external-secrets.io/v1alpha1',
    kind: 'Password',
  }
  public static manifest(props: PasswordProps = {}): any {
    return {
      ...Password.GVK,
      ...toJson_PasswordProps(props),
    };
  }
  public constructor(scope: Construct, id: string, props: PasswordProps = {}) {
    super(scope, id, {
      ...Password.GVK,
      ...props,
    });
  }
  public override toJson(): any {
    const resolved = super.toJson();

    return {
      ...Password.GVK,
      ...toJson_PasswordProps(resolved),
    };
  }
}
export interface PasswordProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: PasswordSpec;
}
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_PasswordProps(obj: PasswordProps | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_PasswordSpec(obj.spec),
  };
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export interface PasswordSpec {
  readonly allowRepeat: boolean;
  readonly digits?: number;
  readonly encoding?: PasswordSpecEncoding;
  readonly length: number;
  readonly noUpper: boolean;
  readonly secretKeys?: string[];
  readonly symbolCharacters?: string;
  readonly symbols?: number;
}
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_PasswordSpec(obj: PasswordSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'allowRepeat': obj.allowRepeat,
    'digits': obj.digits,
    'encoding': obj.encoding,
    'length': obj.length,
    'noUpper': obj.noUpper,
    'secretKeys': obj.secretKeys?.map(y => y),
    'symbolCharacters': obj.symbolCharacters,
    'symbols': obj.symbols,
  };
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export enum PasswordSpecEncoding {
  BASE64 = "base64",
  BASE64URL = "base64url",
  BASE32 = "base32",
  HEX = "hex",
  RAW = "raw",
}

