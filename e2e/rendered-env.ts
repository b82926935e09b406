/** Variables of the first container of a Job or a StatefulSet, as far as they are written out. */
export function envOf(spec: unknown): Record<string, string> {
  const { template } = spec as { template: { spec: { containers: { env: { name: string; value?: string }[] }[] } } };
  const env = template.spec.containers[0]?.env ?? [];
  return Object.fromEntries(env.map(({ name, value = '' }) => [name, value]));
}
