import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { Duration, seconds } from '../../model/duration';
import { objectMeta } from '../objects/object-meta';
import { KubernetesObject } from '../objects/kubernetes-object';

/** How fast the number of pods may change in one direction. */
export interface ScalingPace {
  /** Time that the wish must last before it is followed. */
  readonly window: Duration;

  /** Most that may change in one `period`, in whole percent of the running pods. */
  readonly percent: number;

  /** Length of one step. */
  readonly period: Duration;
}

/** When and how fast a workload grows and shrinks. */
export interface Autoscaling {
  /** Average CPU use aimed at, in whole percent of the request. */
  readonly cpuPercent: number;

  /**
   * Average memory use aimed at, in whole percent of the request. Only for programs that give memory back.
   *
   * @default - CPU alone decides
   */
  readonly memoryPercent?: number;

  readonly up: ScalingPace;
  readonly down: ScalingPace;
}

/** Properties for `Autoscaler`. */
export interface AutoscalerProps extends Autoscaling {
  readonly namespace: string;

  /** Name of the workload. */
  readonly target: string;

  /** @default Deployment */
  readonly targetKind?: 'Deployment' | 'StatefulSet';
  readonly min: number;
  readonly max: number;
}

/** A HorizontalPodAutoscaler over a workload, which then must not say `replicas`. */
export class Autoscaler extends Construct {
  constructor(scope: Construct, id: string, props: AutoscalerProps) {
    super(scope, id);
    const { namespace, target, targetKind = 'Deployment', min, max, cpuPercent, memoryPercent, up, down } = props;
    new KubernetesObject(this, 'Autoscaler', k8s.KubeHorizontalPodAutoscalerV2, {
      metadata: objectMeta(namespace, target),
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: targetKind, name: target },
        minReplicas: min,
        maxReplicas: max,
        // In the order that the API server gives them back: CPU last.
        metrics: [
          ...(memoryPercent === undefined ? [] : [utilization('memory', memoryPercent)]),
          utilization('cpu', cpuPercent),
        ],
        behavior: { scaleUp: renderPace(up), scaleDown: renderPace(down) },
      },
    });
  }
}

function utilization(name: string, averageUtilization: number): k8s.MetricSpecV2 {
  return { type: 'Resource', resource: { name, target: { type: 'Utilization', averageUtilization } } };
}

function renderPace({ window, percent, period }: ScalingPace): k8s.HpaScalingRulesV2 {
  return {
    stabilizationWindowSeconds: seconds(window),
    selectPolicy: 'Max',
    policies: [{ type: 'Percent', value: percent, periodSeconds: seconds(period) }],
  };
}
