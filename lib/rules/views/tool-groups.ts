/** Groups of documents that a tool reads from the same folder, and no cluster does: they need no name. */
const TOOL_GROUPS = ['kind.x-k8s.io', 'kustomize.config.k8s.io', 'platform-manifests', 'skaffold'];

/** Whether a document is for a tool, and reaches no cluster. */
export const isForTool = (apiVersion: string): boolean =>
  TOOL_GROUPS.some((group) => apiVersion.startsWith(`${group}/`));
