import { ENVIRONMENTS, EnvironmentName } from '../model/environment';
import { Judgement } from '../rules/judge';
import { Waiver } from '../rules/waivers';

/** A waiver as one environment sees it, and as it was written. */
export interface LocalWaiver {
  readonly local: Waiver;
  readonly written: Waiver;
}

/** Waivers that may be about an environment. Paths of constructs do not begin with its name, so `within` is done with. */
export function waiversOf(environment: EnvironmentName, waivers: readonly Waiver[]): LocalWaiver[] {
  const others = ENVIRONMENTS.filter((name) => name !== environment) as readonly string[];
  return waivers
    .filter(({ within }) => within === undefined || !others.includes(within))
    .map((written) => {
      const { within, ...anywhere } = written;
      return { written, local: within === environment ? anywhere : written };
    });
}

/** Those that waived something, as they were written. */
export function usedWaivers(waivers: readonly LocalWaiver[], { waived }: Judgement): Waiver[] {
  const used = new Set(waived.map(({ waiver }) => waiver));
  return waivers.filter(({ local }) => used.has(local)).map(({ written }) => written);
}
