import { Resources } from '../../model/quantity';
import { ContainerProps } from '../pods/container';
import { SecretKey } from '../pods/env';
import { EXPORTER_PROBES } from '../pods/exporter-probes';
import { REDIS_PORT } from './redis-config';

/** The metrics exporter of a Redis server. */
export interface RedisExporter {
  /** Reference of an image `oliver006/redis_exporter`. */
  readonly image: string;
  readonly resources: Resources;
}

/** Port of the exporter. */
export const REDIS_EXPORTER_PORT = 9121;

/** Renders the exporter as a container beside the server, which it asks over the loopback interface. */
export function renderRedisExporter({ image, resources }: RedisExporter, password: SecretKey): ContainerProps {
  return {
    name: 'exporter',
    image,
    resources,
    env: {
      REDIS_ADDR: `redis://127.0.0.1:${REDIS_PORT}`,
      REDIS_EXPORTER_WEB_LISTEN_ADDRESS: `:${REDIS_EXPORTER_PORT}`,
      REDIS_PASSWORD: password,
    },
    ports: { metrics: REDIS_EXPORTER_PORT },
    probes: EXPORTER_PROBES,
  };
}
