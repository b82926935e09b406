/** Labels by which a namespace enforces a profile of Pod Security, and warns and audits by it, at one minor version of Kubernetes. */
export function podSecurityLabels(
  profile: 'restricted' | 'baseline' | 'privileged',
  version: string,
): Record<string, string> {
  const modes = ['enforce', 'audit', 'warn'];
  const label = (name: string) => `pod-security.kubernetes.io/${name}`;
  return Object.fromEntries(
    modes.flatMap((mode) => [
      [label(mode), profile],
      [label(`${mode}-version`), version],
    ]),
  );
}
