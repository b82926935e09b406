/** An image of somebody else, in the table of images. */
export interface ImageRow {
  /** Registry and repository: `docker.io/library/mongo`. */
  readonly repository: string;

  /** Exact version tag, never one that moves. */
  readonly tag: string;

  /**
   * Digest of the image that the tag named when somebody looked it up: `sha256:…`. Never invented.
   *
   * @default - the tag alone
   */
  readonly digest?: `sha256:${string}`;
}

/** `repository:tag`, with the digest where it is known. */
export function imageReference({ repository, tag, digest }: ImageRow): string {
  return `${repository}:${tag}${digest === undefined ? '' : `@${digest}`}`;
}
