/** Annotation of a database: most that may be lost of it, as `1h`; `none` where all of it may. */
export const RPO_ANNOTATION = 'platform-manifests/rpo';
