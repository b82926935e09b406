import { wms } from '../../lib/platforms/wms/config';
import { findProblems } from '../../lib/platforms/wms/problems';
import { messagesOf } from './row-messages';

/** Messages about the rows of the warehouse. */
export const messages = messagesOf(wms, findProblems);
