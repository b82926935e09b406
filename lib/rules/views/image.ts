/** What an image is called. */
export interface ImageName {
  /** With its registry, as written: `docker.io/library/postgres`, `postgres`. */
  readonly repository: string;

  /** Without the registry and without `library/`: `postgres`, `bitnami/kafka`. */
  readonly path: string;

  /** `docker.io` where none is written. */
  readonly registry: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** The parts of `registry.example.com:5000/team/api:1.0@sha256:…`. */
export function imageOf(image: string): ImageName {
  const [name = '', digest] = image.split('@');
  const colon = name.lastIndexOf(':');
  const tag = colon > name.lastIndexOf('/') ? name.slice(colon + 1) : undefined;
  const repository = tag === undefined ? name : name.slice(0, colon);
  const [first = '', ...rest] = repository.split('/');
  const named = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  const registry = named ? first.replace(/^(index|registry-1)\.docker\.io$/, 'docker.io') : 'docker.io';
  const path = (named ? rest.join('/') : repository).replace(/^library\//, '');
  return {
    repository,
    path,
    registry,
    ...(tag === undefined ? {} : { tag }),
    ...(digest === undefined ? {} : { digest }),
  };
}
