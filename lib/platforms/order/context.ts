import { PlatformNamespace } from '../../constructs/platform-namespace';
import { Column } from '../../model/environment';
import { PlatformContext } from '../context';
import { OrderRows } from './rows';

/** What every part of the platform is defined with. */
export interface Context extends PlatformContext {
  readonly rows: Column<OrderRows>;
  readonly namespace: PlatformNamespace;
}
