import { clusterPlatform } from './cluster';
import { mesPlatform } from './mes';
import { observabilityPlatform } from './observability';
import { onboardingPlatform } from './onboarding';
import { orderPlatform } from './order';
import { Platform } from './platform';
import { wmsPlatform } from './wms';

/** Every platform, each with a folder of its own in `dist/<environment>/`; the one that watches the others is last. */
export const platforms: readonly Platform[] = [
  clusterPlatform,
  wmsPlatform,
  orderPlatform,
  onboardingPlatform,
  mesPlatform,
  observabilityPlatform,
];
