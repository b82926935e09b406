import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { contentHash } from './content-hash';
import { KubernetesObject } from './kubernetes-object';
import { objectMeta } from './object-meta';

/** Properties for `ConfigFiles`. */
export interface ConfigFilesProps {
  readonly namespace: string;

  /** Name of the ConfigMap. It is stable; pods roll by the checksum that they carry. */
  readonly name: string;

  /** Contents by key: file name, or name of an environment variable. */
  readonly data: Readonly<Record<string, string>>;
}

/** A ConfigMap, and the checksum that the pods that read it at start carry as an annotation. */
export class ConfigFiles extends Construct {
  public readonly name: string;
  private readonly data: Readonly<Record<string, string>>;
  private annotation?: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, { namespace, name, data }: ConfigFilesProps) {
    super(scope, id);
    this.name = name;
    this.data = data;
    new KubernetesObject(this, 'ConfigMap', k8s.KubeConfigMap, {
      metadata: objectMeta(namespace, name),
      data: { ...data },
    });
  }

  /** Annotation for the pods that read these files, so that a change of content rolls exactly them. */
  public get checksum(): Readonly<Record<string, string>> {
    return (this.annotation ??= checksum(this.name, this.data));
  }
}

/** Annotation of the pods that read a ConfigMap of this name and content at start. */
export function checksum(name: string, data: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return { [`checksum/${name}`]: contentHash(data) };
}
