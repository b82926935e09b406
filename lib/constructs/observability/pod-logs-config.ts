/** What is read, and where it goes. */
export interface PodLogsConfig {
  readonly namespaces: readonly string[];

  /** URL that takes Loki's push protocol. */
  readonly pushUrl: string;
}

/** Labels of a line, and what the API server says that they come from. */
const LABELS = {
  namespace: '__meta_kubernetes_namespace',
  pod: '__meta_kubernetes_pod_name',
  container: '__meta_kubernetes_pod_container_name',
  // The same label that Loki makes of `service.name` in OTLP: one query finds both.
  service_name: '__meta_kubernetes_pod_label_app_kubernetes_io_name',
};

/** Renders Alloy's configuration: find pods, follow each container, note the trace of a line, push. */
export function renderPodLogsConfig({ namespaces, pushUrl }: PodLogsConfig): string {
  return `discovery.kubernetes "pods" {
  role = "pod"

  namespaces {
    names = ${JSON.stringify(namespaces)}
  }
}

discovery.relabel "pods" {
  targets = discovery.kubernetes.pods.targets
${Object.entries(LABELS).map(renderRule).join('')}}

loki.source.kubernetes "pods" {
  targets    = discovery.relabel.pods.output
  forward_to = [loki.process.pods.receiver]
}

loki.process "pods" {
  forward_to = [loki.write.loki.receiver]

  stage.regex {
    expression = \`"trace_?[iI]d":\\s*"(?P<trace_id>\\w+)"\`
  }

  stage.structured_metadata {
    values = { trace_id = "" }
  }
}

loki.write "loki" {
  endpoint {
    url = ${JSON.stringify(pushUrl)}
  }
}
`;
}

function renderRule([label, source]: [string, string]): string {
  return `
  rule {
    source_labels = [${JSON.stringify(source)}]
    target_label  = ${JSON.stringify(label)}
  }
`;
}
