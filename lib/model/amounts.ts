/** What pods and claims take: objects, millicores, bytes. */
export interface Amounts {
  readonly pods: number;
  readonly requestsCpu: number;
  readonly requestsMemory: number;
  readonly limitsCpu: number;
  readonly limitsMemory: number;
  readonly storage: number;
  readonly claims: number;
}

/** Nothing at all. */
export const NOTHING: Amounts = {
  pods: 0,
  requestsCpu: 0,
  requestsMemory: 0,
  limitsCpu: 0,
  limitsMemory: 0,
  storage: 0,
  claims: 0,
};

/** The same amounts a number of times. */
export const timesAmounts = (count: number, amounts: Amounts): Amounts =>
  combine(amounts, NOTHING, (amount) => count * amount);

/** The sum of amounts. */
export const sumAmounts = (all: readonly Amounts[]): Amounts =>
  all.reduce((sum, amounts) => combine(sum, amounts, (a, b) => a + b), NOTHING);

function combine(a: Amounts, b: Amounts, join: (a: number, b: number) => number): Amounts {
  return {
    pods: join(a.pods, b.pods),
    requestsCpu: join(a.requestsCpu, b.requestsCpu),
    requestsMemory: join(a.requestsMemory, b.requestsMemory),
    limitsCpu: join(a.limitsCpu, b.limitsCpu),
    limitsMemory: join(a.limitsMemory, b.limitsMemory),
    storage: join(a.storage, b.storage),
    claims: join(a.claims, b.claims),
  };
}
