/** How many pods run. A fixed count and an autoscaler cannot both be asked for. */
export type Scale = { readonly fixed: number } | { readonly min: number; readonly max: number };

/** Always this many pods: renders `replicas`. */
export const fixed = (pods: number): Scale => ({ fixed: pods });

/** As many pods as the load asks for, from `min` to `max`: renders a HorizontalPodAutoscaler and no `replicas`. */
export const between = (min: number, max: number): Scale => ({ min, max });

/** The fewest pods that run when all is well. */
export const minPods = (scale: Scale): number => ('fixed' in scale ? scale.fixed : scale.min);

/** The most pods that run outside a roll-out. */
export const maxPods = (scale: Scale): number => ('fixed' in scale ? scale.fixed : scale.max);
