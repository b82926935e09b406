/** A noun with its article: `a Container`, `an Ingress`, `an HTTPRoute`. */
export function withArticle(noun: string): string {
  return `${/^([AEIO]|HTTP|NFS|RBD|Un)/.test(noun) ? 'an' : 'a'} ${noun}`;
}
