import { PlatformNamespace } from '../../constructs/platform-namespace';
import { Column } from '../../model/environment';
import { PlatformContext } from '../context';
import { OnboardingRows } from './rows';

/** What every part of the platform is defined with. */
export interface Context extends PlatformContext {
  readonly rows: Column<OnboardingRows>;
  readonly namespace: PlatformNamespace;
}
