const GI = 1024 ** 3;

/** Cores, as people write them. */
export const showCpu = (millicores: number): string => `${Number((millicores / 1000).toFixed(3))}`;

/** Gibibytes, as people write them. */
export const showBytes = (bytes: number): string => (bytes === 0 ? '0' : `${Number((bytes / GI).toFixed(2))}Gi`);
