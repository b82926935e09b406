import { clusterPlatform } from './cluster';
import { Platform } from './platform';
import { wmsPlatform } from './wms';

/** Every platform, each with a folder of its own in `dist/<environment>/`. */
export const platforms: readonly Platform[] = [clusterPlatform, wmsPlatform];
