import { Family } from '../rule';
import { autoscalerBounds, autoscalerRequests, autoscalerRoom, oneAutoscaler, oneScale } from './autoscalers';
import { budgetLetsDrain, budgetPresent, budgetSelects, oneBudget } from './budgets';
import { claimOfOne, claimRollout } from './claims';
import { gracePeriod, livenessDiffers, rolloutDeadline, startBudget } from './lifecycle';
import { oddQuorum } from './quorum';
import { objectQuotaFits } from './object-quotas';
import { quotaFits } from './quotas';
import { antiAffinityFits, spreadOwnPods } from './scheduling';

export const availability: Family = {
  name: 'availability',
  title: 'Pods survive drains, updates and load',
  rules: [
    budgetLetsDrain,
    budgetSelects,
    oneBudget,
    budgetPresent,
    oneScale,
    autoscalerBounds,
    autoscalerRoom,
    autoscalerRequests,
    oneAutoscaler,
    antiAffinityFits,
    spreadOwnPods,
    quotaFits,
    objectQuotaFits,
    claimOfOne,
    claimRollout,
    livenessDiffers,
    startBudget,
    gracePeriod,
    rolloutDeadline,
    oddQuorum,
  ],
};
