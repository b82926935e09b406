import { Alert } from '../../model/alert';
import { Duration, seconds } from '../../model/duration';
import { ShareLimit, shareOf } from '../limit';
import { critical, PERCENT, warning } from './alert-scope';

/** When volumes are too full. */
export interface VolumeLimits {
  /** Share of a volume that must be free. */
  readonly free: ShareLimit;

  /** A volume that is full within `ahead`, if it goes on filling as it did for the time `over`. */
  readonly filling: { readonly over: Duration; readonly ahead: Duration; readonly for: Duration };
}

/** Alerts of all claims of a cluster, as the kubelets measure them. */
export function volumeAlerts({ free, filling }: VolumeLimits): Alert[] {
  const left = 'kubelet_volume_stats_available_bytes / kubelet_volume_stats_capacity_bytes';
  const later = `predict_linear(kubelet_volume_stats_available_bytes[${filling.over}], ${seconds(filling.ahead)})`;
  return [
    critical({
      name: 'VolumeAlmostFull',
      expr: `${left} < ${shareOf(free)}`,
      for: free.for,
      summary: `${PERCENT} of {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} are free`,
      description: 'A store whose volume is full stops. Raise the row storage and the request of the claim.',
    }),
    warning({
      name: 'VolumeFilling',
      expr: `${later} < 0`,
      for: filling.for,
      summary: `{{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} will be full within ${filling.ahead}`,
      description:
        'Look at what grows: a retention that is not kept, a replica that is behind. Else raise the row storage.',
    }),
  ];
}
