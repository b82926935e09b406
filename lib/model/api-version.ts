/** The API group in an `apiVersion`: `apps` of `apps/v1`; that of the core group is empty. */
export function groupOf(apiVersion: string): string {
  const [group, version] = apiVersion.split('/');
  return version === undefined ? '' : (group ?? '');
}
